package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diban.app.performance.FormSummary;
import org.diban.app.shell.Page;
import org.diban.app.shell.Plot;
import org.jspecify.annotations.Nullable;

/**
 * The comparison over the years.
 *
 * @param years the years, in order
 * @param lines the projects
 */
public record YearsView(List<Integer> years, List<Line> lines) {
    /**
     * A project over the years.
     *
     * @param project its name
     * @param unit 实施单位
     * @param forms its forms by year
     */
    public record Line(String project, String unit, Map<Integer, FormSummary> forms) {
        public @Nullable FormSummary in(int year) {
            return forms.get(year);
        }

        /** The change of the score against the year before; {@code null} where there is none. */
        public @Nullable BigDecimal change(int year) {
            FormSummary now = forms.get(year);
            FormSummary before = forms.get(year - 1);
            return now == null || before == null ? null : now.score().subtract(before.score());
        }
    }

    static YearsView of(List<FormSummary> forms) {
        TreeSet<Integer> years = new TreeSet<>();
        Map<String, Map<Integer, FormSummary>> projects = new LinkedHashMap<>();
        for (FormSummary form : forms) {
            years.add(form.year());
            projects.computeIfAbsent(form.organisation() + "\n" + form.project(), key -> new TreeMap<>())
                    .put(form.year(), form);
        }
        List<Line> lines = new ArrayList<>();
        projects.values().forEach(byYear -> {
            FormSummary any = byYear.values().iterator().next();
            lines.add(new Line(any.project(), any.unit(), Map.copyOf(byYear)));
        });
        return new YearsView(List.copyOf(years), lines);
    }

    /** The mean score and the execution of each year. */
    public Plot plot(Page page) {
        List<Plot.Row> rows = new ArrayList<>();
        for (int year : years) {
            List<FormSummary> of = lines.stream()
                    .map(line -> line.in(year))
                    .filter(java.util.Objects::nonNull)
                    .toList();
            BigDecimal score = of.stream().map(FormSummary::score).reduce(BigDecimal.ZERO, BigDecimal::add);
            long budget = of.stream().mapToLong(f -> f.annualBudget().fen()).sum();
            long executed = of.stream().mapToLong(f -> f.executed().fen()).sum();
            rows.add(new Plot.Row(
                    String.valueOf(year),
                    List.of(
                            score.divide(BigDecimal.valueOf(of.size()), 2, RoundingMode.HALF_UP)
                                    .toPlainString(),
                            budget == 0
                                    ? ""
                                    : BigDecimal.valueOf(executed)
                                            .movePointRight(2)
                                            .divide(BigDecimal.valueOf(budget), 2, RoundingMode.DOWN)
                                            .toPlainString())));
        }
        return new Plot(
                "years",
                page.t("performance.years.title"),
                page.t("performance.plot.year"),
                List.of(
                        new Plot.Series(page.t("performance.plot.mean"), true),
                        new Plot.Series(page.t("performance.plot.rate"), false)),
                page.t("performance.plot.points") + " / %",
                rows,
                null);
    }
}
