package org.diban.app.performance;

import org.diban.indicator.ledger.FormState.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which forms an overview shows, and in which order. A filter that is {@code null} leaves nothing out.
 *
 * @param year the fiscal year
 * @param organisation forms of this organisation alone
 * @param grade forms with this grade
 * @param rule forms to which this review rule objects
 * @param evidence forms with at least one figure of this kind
 * @param state draft or final forms alone
 * @param text forms whose project, department or unit contains this text, whatever its case
 * @param order by what
 * @param descending the largest first
 */
public record OverviewQuery(
        int year,
        @Nullable String organisation,
        @Nullable String grade,
        @Nullable String rule,
        @Nullable Evidence evidence,
        @Nullable Status state,
        @Nullable String text,
        Order order,
        boolean descending) {
    /** The same question about another year. */
    public OverviewQuery inYear(int other) {
        return new OverviewQuery(other, organisation, grade, rule, evidence, state, text, order, descending);
    }

    /** Everything of a year, by project. */
    public static OverviewQuery of(int year) {
        return new OverviewQuery(year, null, null, null, null, null, null, Order.PROJECT, false);
    }

    /** What may stand behind a figure. */
    public enum Evidence {
        MEASURED,
        ENTERED,
        MISSING
    }

    /** What a list of forms can be sorted by; ties by identifier. */
    public enum Order {
        PROJECT,
        UNIT,
        SCORE,
        RATE,
        BUDGET,
        EXECUTED,
        FINDINGS,
        MISSING,
        STATE,
        CHANGED
    }
}
