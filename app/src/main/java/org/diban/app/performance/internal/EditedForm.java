package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diban.app.performance.PerformanceProblem;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.ledger.FormChange;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;

/**
 * A form as it stands in the fields of the edit page: texts, by the name of the field. Rows of indicators are named by their identifier; one
 * whose name is emptied is left out, and the row {@code new} adds one.
 *
 * @param fields the texts
 */
public record EditedForm(Map<String, String> fields) {
    /** The row in which another indicator can be written. */
    public static final String NEW = "new";

    private static final List<String> HEADS = List.of("project", "department", "unit", "expectedGoals", "actualGoals");

    /** The fields of a form as it stands. */
    static EditedForm of(Form form) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("project", form.project());
        fields.put("department", form.department());
        fields.put("unit", form.unit());
        fields.put("expectedGoals", form.expectedGoals());
        fields.put("actualGoals", form.actualGoals());
        for (FundRow row : form.funds()) {
            String name = row.source().name();
            fields.put(name + ".initial", wanYuan(row.initialBudget()));
            fields.put(name + ".annual", wanYuan(row.annualBudget()));
            fields.put(name + ".executed", wanYuan(row.executed()));
        }
        for (Indicator i : form.indicators()) {
            fields.put(i.id() + ".level1", i.level1());
            fields.put(i.id() + ".level2", i.level2());
            fields.put(i.id() + ".level3", i.level3());
            switch (i.target()) {
                case Target.Quantity q -> {
                    fields.put(i.id() + ".comparison", q.comparison().name());
                    fields.put(i.id() + ".target", q.value().toPlainString());
                    fields.put(i.id() + ".unit", q.unit());
                }
                case Target.Quality q -> {
                    fields.put(i.id() + ".comparison", "");
                    fields.put(i.id() + ".target", q.text());
                    fields.put(i.id() + ".unit", "");
                }
            }
            fields.put(i.id() + ".weight", i.weight().toPlainString());
            MeasureRef measure = i.measure();
            fields.put(i.id() + ".measure", measure == null ? "" : measure.id());
        }
        return new EditedForm(fields);
    }

    private static String wanYuan(Money money) {
        BigDecimal exact = money.exactWanYuan().stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    /** The fields as they were sent; those that the part of the page did not send stand as they are. */
    static EditedForm read(Map<String, String> sent, Form form) {
        Map<String, String> fields = new LinkedHashMap<>(of(form).fields);
        sent.forEach((name, text) -> {
            if (fields.containsKey(name) || name.startsWith(NEW + ".")) {
                fields.put(name, text.replace("\r\n", "\n").strip());
            }
        });
        return new EditedForm(fields);
    }

    /** The text of a field. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The fields that are not what they are in another one, with their texts here. */
    List<Map.Entry<String, String>> differences(EditedForm other) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().equals(other.get(field.getKey())))
                .map(field -> Map.entry(field.getKey(), field.getValue()))
                .toList();
    }

    /** The change of a row of funds; nothing when it stays as it is. */
    Optional<FormChange> money(FundSource source, FundRow before) {
        String name = source.name();
        FundRow after = new FundRow(
                source,
                Amounts.parse(get(name + ".initial"), name + ".initial"),
                Amounts.parse(get(name + ".annual"), name + ".annual"),
                Amounts.parse(get(name + ".executed"), name + ".executed"));
        return after.equals(before) ? Optional.empty() : Optional.of(new FormChange.MoneyEntered(after));
    }

    /**
     * The structure as a change.
     *
     * @param measures the newest version of a measure, by its identifier
     * @throws ProblemException with a problem for each field that cannot be taken
     */
    FormChange.Revised revised(Form before, Function<String, Optional<MeasureRef>> measures) {
        List<Problem> problems = new ArrayList<>();
        for (String head : HEADS.subList(0, 3)) {
            if (get(head).isBlank()) {
                problems.add(PerformanceProblem.EMPTY_FIELD.at(Location.NOWHERE.cell(0, head)));
            }
        }
        List<Indicator> indicators = new ArrayList<>();
        for (Indicator i : before.indicators()) {
            if (!get(i.id() + ".level3").isBlank()) {
                row(i.id(), i.id(), i.measure(), measures, problems).ifPresent(indicators::add);
            }
        }
        if (!get(NEW + ".level3").isBlank()) {
            row(NEW, nextId(before), null, measures, problems).ifPresent(indicators::add);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new FormChange.Revised(
                get("project"), get("department"), get("unit"), get("expectedGoals"), get("actualGoals"), indicators);
    }

    private static String nextId(Form form) {
        int highest = form.indicators().stream()
                .map(Indicator::id)
                .filter(id -> id.matches("i\\d{2,4}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .max()
                .orElse(0);
        return String.format(java.util.Locale.ROOT, "i%02d", highest + 1);
    }

    private Optional<Indicator> row(
            String row,
            String id,
            @org.jspecify.annotations.Nullable MeasureRef bound,
            Function<String, Optional<MeasureRef>> measures,
            List<Problem> problems) {
        int faults = problems.size();
        for (String column : List.of("level1", "level2", "target")) {
            if (get(row + "." + column).isBlank()) {
                problems.add(PerformanceProblem.EMPTY_FIELD.at(Location.NOWHERE.cell(0, row + "." + column)));
            }
        }
        String comparison = get(row + ".comparison");
        String target = get(row + ".target");
        if (!comparison.isEmpty() && !target.isBlank() && !target.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            problems.add(PerformanceProblem.NOT_A_NUMBER.at(Location.NOWHERE.cell(0, row + ".target"), target));
        }
        String weight = get(row + ".weight");
        if (!weight.matches("\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(weight).signum() == 0) {
            problems.add(PerformanceProblem.NOT_POINTS.at(Location.NOWHERE.cell(0, row + ".weight"), weight));
        }
        if (problems.size() > faults) {
            return Optional.empty();
        }
        String measure = get(row + ".measure");
        MeasureRef ref = measure.isEmpty()
                ? null
                : bound != null && bound.id().equals(measure)
                        ? bound
                        : measures.apply(measure).orElse(null);
        return Optional.of(new Indicator(
                id,
                get(row + ".level1"),
                get(row + ".level2"),
                get(row + ".level3"),
                comparison.isEmpty()
                        ? new Target.Quality(target)
                        : new Target.Quantity(
                                Target.Comparison.valueOf(comparison), new BigDecimal(target), get(row + ".unit")),
                null,
                new BigDecimal(weight),
                ref,
                List.of(),
                ""));
    }
}
