package org.diban.app.performance;

import java.util.List;

/**
 * A page of the forms of a year, with what holds for all its pages.
 *
 * @param rows the forms of this page
 * @param totals the sums over all pages
 * @param previous the sums over the same filter a year before
 * @param years the years of which there are forms, the latest first
 * @param rules the review rules that object to a form of the year
 */
public record Overview(
        List<FormSummary> rows,
        OverviewTotals totals,
        OverviewTotals previous,
        List<Integer> years,
        List<String> rules) {
    public Overview {
        rows = List.copyOf(rows);
        years = List.copyOf(years);
        rules = List.copyOf(rules);
    }
}
