package org.diban.indicator.score;

import java.math.BigDecimal;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.indicator.score.ScoredIndicator.Outcome;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** The scoring of one row of the indicator table. */
final class IndicatorScoring {
    private static final Text MET = new Text("达到指标值，得满分", "The target is met: full score");
    private static final Text MISSED =
            new Text("未达到指标值，完成比例 {0}%，按规则得分", "The target is missed at {0} % of it: scored by the rule");
    private static final Text JUDGED = new Text("定性指标，评定为“{0}”", "A target in words, judged \"{1}\"");
    private static final Text SATISFACTION = new Text("满意度 {0}%，按档次得分", "Satisfaction of {0} %: scored by its band");
    private static final Text MISSING =
            new Text("没有实际完成值，无法计算，计 0 分", "There is no actual value: not computable, which counts 0 points");
    private static final Text KINDS_DIFFER = new Text(
            "指标值与实际完成值一个是数字、一个是文字，无法比较，计 0 分",
            "One of target and actual value is a number and the other is words: not comparable, which counts 0 points");
    private static final Text UNITS_DIFFER = new Text(
            "指标值单位“{0}”与实际完成值单位“{1}”不同，无法比较，计 0 分",
            "The target is in \"{0}\" and the actual value in \"{1}\": not comparable, which counts 0 points");
    private static final String SATISFACTION_LEVEL = "满意度指标";

    private final RuleSet rules;

    IndicatorScoring(RuleSet rules) {
        this.rules = rules;
    }

    ScoredIndicator score(Indicator indicator) {
        Actual actual = indicator.actual();
        if (actual == null) {
            return notComputable(indicator, MISSING);
        }
        return switch (indicator.target()) {
            case Target.Quantity target
            when actual instanceof Actual.Quantity reached ->
                target.unit().equals(reached.unit())
                        ? quantity(indicator, target, reached.exact())
                        : notComputable(indicator, UNITS_DIFFER.with(target.unit(), reached.unit()));
            case Target.Quality ignored
            when actual instanceof Actual.Quality judged ->
                scored(
                        indicator,
                        judged.attainment() == Actual.Attainment.MET ? Outcome.MET : Outcome.MISSED,
                        rules.band(judged.attainment()).computed(),
                        null,
                        JUDGED.with(
                                judged.attainment().zh(), judged.attainment().en()));
            default -> notComputable(indicator, KINDS_DIFFER);
        };
    }

    private ScoredIndicator quantity(Indicator indicator, Target.Quantity target, Fraction actual) {
        Fraction aim = Fraction.of(target.value());
        Fraction deviation = aim.signum() == 0 ? null : actual.minus(aim).dividedBy(aim.abs());
        Outcome outcome = target.comparison().isMet(actual, aim) ? Outcome.MET : Outcome.MISSED;
        Curve satisfaction = rules.satisfaction();
        if (satisfaction != null
                && indicator.level1().equals(SATISFACTION_LEVEL)
                && target.unit().equals("%")) {
            Fraction share = satisfaction.share(actual.dividedBy(Fraction.HUNDRED));
            return scored(indicator, outcome, share, deviation, SATISFACTION.with(percent(actual, Fraction.HUNDRED)));
        }
        if (outcome == Outcome.MET) {
            return scored(indicator, outcome, Fraction.ONE, deviation, MET);
        }
        Fraction ratio = ratio(target.comparison(), actual, aim);
        Fraction share = rules.quantitative().share(ratio);
        return scored(indicator, outcome, share, deviation, MISSED.with(percent(ratio, Fraction.ONE)));
    }

    /** How much of the target was reached, by the direction of the target; nought where no ratio says it. */
    private static Fraction ratio(Comparison comparison, Fraction actual, Fraction aim) {
        Fraction part = switch (comparison) {
            case AT_LEAST, MORE_THAN -> actual;
            case AT_MOST, LESS_THAN -> aim;
            case EQUAL -> actual.compareTo(aim) < 0 ? actual : aim;
        };
        Fraction whole = part == actual ? aim : actual;
        return part.signum() <= 0 || whole.signum() <= 0 ? Fraction.ZERO : part.dividedBy(whole);
    }

    private static String percent(Fraction value, Fraction whole) {
        return PrintRule.TRUNCATED_2
                .apply(value.dividedBy(whole).times(Fraction.HUNDRED))
                .toPlainString();
    }

    private static ScoredIndicator scored(
            Indicator indicator, Outcome outcome, Fraction share, @Nullable Fraction deviation, Text reason) {
        BigDecimal computed = PrintRule.TRUNCATED_2.apply(share.times(Fraction.of(indicator.weight())));
        BigDecimal deducted = indicator.deductions().stream()
                .map(Deduction::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new ScoredIndicator(
                indicator, outcome, computed, deducted, computed.subtract(deducted), deviation, reason);
    }

    private static ScoredIndicator notComputable(Indicator indicator, Text reason) {
        return scored(indicator, Outcome.NOT_COMPUTABLE, Fraction.ZERO, null, reason);
    }
}
