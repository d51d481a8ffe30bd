package org.diban.indicator.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a form is scored. Data: a released version is never changed.
 *
 * @param id for example {@code standard}
 * @param version from 1
 * @param title what people call it
 * @param executionWeight the weight of the execution of the budget, two decimals
 * @param execution what a rate of execution earns
 * @param quantitative what the ratio of actual and target earns when a target in numbers is missed
 * @param satisfaction what a percentage of satisfaction earns whatever its target is; {@code null} when satisfaction is scored like
 *     every other number
 * @param qualitative what each attainment of a target in words earns
 * @param grades from the highest to the lowest; the last one starts at 0
 * @param levels the weights of the first level that need no reason, one map of level to weight for each admissible set of levels
 */
public record RuleSet(
        String id,
        int version,
        Text title,
        BigDecimal executionWeight,
        Curve execution,
        Curve quantitative,
        @Nullable Curve satisfaction,
        Map<Attainment, QualityBand> qualitative,
        List<Grade> grades,
        List<Map<String, BigDecimal>> levels) {
    /** What all weights of a form add up to. */
    public static final BigDecimal TOTAL = new BigDecimal("100.00");

    public RuleSet {
        executionWeight = executionWeight.setScale(2);
        qualitative = Map.copyOf(qualitative);
        grades = List.copyOf(grades);
        levels = levels.stream().map(Map::copyOf).toList();
        if (qualitative.size() != Attainment.values().length) {
            throw new IllegalArgumentException("a rule set scores every attainment");
        }
        if (grades.isEmpty() || grades.getLast().from().signum() != 0) {
            throw new IllegalArgumentException("the lowest grade starts at 0");
        }
    }

    /**
     * What an attainment earns.
     *
     * @param computed the share given without an assessor
     * @param floor the least share that an assessor may leave without breaking the rule
     * @param ceiling the largest share that an assessor may give without breaking the rule
     */
    public record QualityBand(Fraction computed, Fraction floor, Fraction ceiling) {}

    /**
     * A band of totals.
     *
     * @param from the lowest total in it
     * @param name the printed word, for example 优
     */
    public record Grade(BigDecimal from, Text name) {}

    /** What an attainment of a target in words earns. */
    public QualityBand band(Attainment attainment) {
        QualityBand band = qualitative.get(attainment);
        if (band == null) {
            throw new AssertionError("checked on construction: " + attainment);
        }
        return band;
    }

    /** The grade of a total. A total below 0 has the lowest. */
    public Grade grade(BigDecimal total) {
        return grades.stream()
                .filter(grade -> total.compareTo(grade.from()) >= 0)
                .findFirst()
                .orElse(grades.getLast());
    }
}
