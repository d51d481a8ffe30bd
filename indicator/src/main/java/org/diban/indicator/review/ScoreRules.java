package org.diban.indicator.review;

import java.math.BigDecimal;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.indicator.score.ScoredIndicator.Outcome;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;

/** V09–V12: do the points follow from target and actual value? */
final class ScoreRules {
    private ScoreRules() {}

    static void check(Subject subject) {
        for (ScoredIndicator scored : subject.scored().indicators()) {
            Indicator indicator = scored.indicator();
            if (indicator.actual() instanceof Actual.Quality judged) {
                judged(subject, scored, subject.scored().rules().band(judged.attainment()), judged.attainment());
            } else if (scored.outcome() == Outcome.MET && unexplained(indicator).signum() > 0) {
                subject.object(
                        "V09",
                        "lost",
                        scored,
                        scored.score(),
                        indicator.weight(),
                        Rendering.actual(indicator.actual()),
                        Rendering.target(indicator.target()));
            } else if (scored.outcome() != Outcome.MET && scored.score().compareTo(scored.computed()) > 0) {
                subject.object(
                        "V11",
                        "missed",
                        scored,
                        scored.score(),
                        scored.computed(),
                        Rendering.target(indicator.target()),
                        Rendering.actual(indicator.actual()));
            }
            if (scored.score().compareTo(indicator.weight()) > 0) {
                subject.object("V11", "weight", scored, scored.score(), indicator.weight());
            }
            deviation(subject, scored);
        }
    }

    private static void judged(
            Subject subject, ScoredIndicator scored, RuleSet.QualityBand band, Actual.Attainment attainment) {
        Indicator indicator = scored.indicator();
        if (!(indicator.target() instanceof Target.Quality)) {
            return;
        }
        BigDecimal floor = points(band.floor(), indicator);
        BigDecimal ceiling = points(band.ceiling(), indicator);
        if (scored.score().compareTo(floor) < 0) {
            subject.object("V10", "floor", scored, scored.score(), floor, attainment.zh());
        } else if (scored.outcome() == Outcome.MET && unexplained(indicator).signum() > 0) {
            subject.object("V10", "lost", scored, scored.score(), indicator.weight(), attainment.zh());
        }
        if (scored.outcome() != Outcome.MET && scored.score().compareTo(ceiling) > 0) {
            subject.object(
                    "V11",
                    "missed",
                    scored,
                    scored.score(),
                    ceiling,
                    Rendering.target(indicator.target()),
                    attainment.zh());
        }
    }

    private static BigDecimal points(Fraction share, Indicator indicator) {
        return PrintRule.TRUNCATED_2.apply(share.times(Fraction.of(indicator.weight())));
    }

    /** The points taken off without a reason; none when the form explains the row. */
    private static BigDecimal unexplained(Indicator indicator) {
        BigDecimal sum = BigDecimal.ZERO;
        if (indicator.explanation().isBlank()) {
            for (Deduction deduction : indicator.deductions()) {
                if (!deduction.explained()) {
                    sum = sum.add(deduction.amount());
                }
            }
        }
        return sum;
    }

    private static void deviation(Subject subject, ScoredIndicator scored) {
        Fraction deviation = scored.deviation();
        ReviewRule rule = subject.rules().rule("V12");
        if (deviation != null
                && scored.indicator().explanation().isBlank()
                && deviation.abs().compareTo(rule.share("percent")) >= 0) {
            String percent = PrintRule.TRUNCATED_2
                    .apply(deviation.times(Fraction.HUNDRED))
                    .toPlainString();
            subject.object(
                    "V12",
                    "large",
                    scored,
                    Rendering.actual(scored.indicator().actual()),
                    Rendering.target(scored.indicator().target()),
                    deviation.signum() > 0 ? "+" + percent : percent,
                    rule.parameter("percent"));
        }
    }
}
