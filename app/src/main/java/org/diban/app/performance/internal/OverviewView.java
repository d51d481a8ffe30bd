package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.Overview;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.shell.Figure;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Page;
import org.diban.app.shell.Plot;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.number.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the overview shows.
 *
 * @param overview the forms
 * @param query what was asked
 * @param list the same as it stands in the address
 * @param organisations the organisations the viewer may see, by identifier
 * @param mayImport whether the viewer may bring forms
 */
public record OverviewView(
        Overview overview, OverviewQuery query, ListQuery list, Map<String, String> organisations, boolean mayImport) {
    private static final String GRADE_LINES = "90,80,60";

    /** The years to choose from: those of which there are forms, and the one that is shown. */
    public Iterable<Integer> years() {
        TreeSet<Integer> years = new TreeSet<>(overview.years());
        years.add(query.year());
        return years.descendingSet();
    }

    /** The year that an address without one means. */
    private String latest() {
        return overview.years().isEmpty() ? "" : String.valueOf(overview.years().getFirst());
    }

    /** Whether the year has to stand in the address. */
    public boolean namesYear() {
        return !latest().equals(String.valueOf(query.year()));
    }

    /** The address of the list with one filter more. */
    public String link(String filter, String value) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(list.path());
        Map<String, String> filters = new LinkedHashMap<>(list.filters());
        filters.put("year", String.valueOf(query.year()));
        filters.put(filter, value);
        filters.remove("year", latest());
        filters.forEach((name, text) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(filters).toUriString();
    }

    /** The printed grades, by what is stored. */
    public Map<String, String> grades(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        for (RuleSet.Grade grade : RuleSets.standard().grades()) {
            names.put(grade.name().zh(), page.t(grade.name()));
        }
        return names;
    }

    /** A grade in the language of the page. */
    public String grade(Page page, String stored) {
        return grades(page).getOrDefault(stored, stored);
    }

    /** The review rules that object to something. */
    public Map<String, String> rules(Page page) {
        Map<String, String> names = new LinkedHashMap<>();
        overview.rules().forEach(rule -> names.put(rule, RuleNames.of(rule, page)));
        return names;
    }

    public Map<String, String> evidence(Page page) {
        return named(page, "performance.evidence.", "measured", "entered", "missing");
    }

    public Map<String, String> states(Page page) {
        return named(page, "performance.state.", "draft", "final");
    }

    private static Map<String, String> named(Page page, String prefix, String... keys) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : keys) {
            names.put(key, page.t(prefix + key));
        }
        return names;
    }

    /** Score, execution rate and coverage of the forms of this page. */
    public List<Plot> plots(Page page) {
        return List.of(
                plot(page, "score", page.t("performance.plot.points"), GRADE_LINES, f -> List.of(digits(f.score()))),
                plot(page, "rate", "%", "100", f -> List.of(digits(f.rate()))),
                new Plot(
                        "coverage",
                        page.t("performance.plot.coverage"),
                        page.t("performance.plot.project"),
                        List.of(
                                new Plot.Series(page.t("performance.column.measured"), true, Figure.Origin.MEASURED),
                                new Plot.Series(page.t("performance.column.entered"), true, Figure.Origin.ENTERED),
                                new Plot.Series(page.t("performance.column.missing"), true, Figure.Origin.MISSING)),
                        page.t("performance.plot.indicators"),
                        overview.rows().stream()
                                .map(f -> new Plot.Row(
                                        f.project(),
                                        List.of(
                                                String.valueOf(f.coverage().measured()),
                                                String.valueOf(f.coverage().entered()),
                                                String.valueOf(f.coverage().missing()))))
                                .toList(),
                        null));
    }

    private Plot plot(
            Page page,
            String name,
            String unit,
            String target,
            java.util.function.Function<FormSummary, List<String>> values) {
        String title = page.t("performance.plot." + name);
        return new Plot(
                name,
                title,
                page.t("performance.plot.project"),
                List.of(new Plot.Series(title, true)),
                unit,
                overview.rows().stream()
                        .map(f -> new Plot.Row(f.project(), values.apply(f)))
                        .toList(),
                target);
    }

    /** A figure's digits, or a dash. */
    public String digits(@Nullable BigDecimal figure) {
        return figure == null ? "—" : figure.toPlainString();
    }

    /** An amount in 万元 with thousands separators, {@code 1,234.56}. */
    public String money(Money amount) {
        return Amounts.wanYuan(amount);
    }
}
