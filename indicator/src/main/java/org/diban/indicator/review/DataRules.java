package org.diban.indicator.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.review.FormData.IndicatorData;
import org.diban.indicator.review.FormData.Survey;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.number.Rounding;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** V22–V25, V28: what stands behind the figures. */
final class DataRules {
    private static final IndicatorData NOTHING = new IndicatorData(null, null, null, null);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final PrintRule EXACT = new PrintRule(Rounding.TRUNCATE, 6);

    private DataRules() {}

    static void check(Subject subject) {
        FormData data = subject.submission().data();
        for (ScoredIndicator scored : subject.scored().indicators()) {
            Indicator indicator = scored.indicator();
            IndicatorData behind = data == null ? NOTHING : data.indicators().getOrDefault(indicator.id(), NOTHING);
            percentage(subject, scored, behind);
            survey(subject, scored, behind.survey());
            if (data != null) {
                dates(subject, scored, data, behind);
                measure(subject, scored, data, behind);
            }
            rounding(subject, scored);
        }
    }

    private static void percentage(Subject subject, ScoredIndicator scored, IndicatorData behind) {
        Indicator indicator = scored.indicator();
        if (indicator.target() instanceof Target.Quantity target && isImpossible(target.value(), target.unit())) {
            subject.object("V22", "range", scored, Rendering.target(target), "0–100");
        }
        if (indicator.actual() instanceof Actual.Quantity actual && isImpossible(actual.printed(), actual.unit())) {
            subject.object("V22", "range", scored, Rendering.actual(actual), "0–100");
        }
        if (behind.denominator() != null && behind.denominator().signum() == 0 && indicator.actual() != null) {
            subject.object("V22", "empty", scored, Rendering.actual(indicator.actual()), "0");
        }
    }

    private static boolean isImpossible(BigDecimal value, String unit) {
        return unit.equals("%") && (value.signum() < 0 || value.compareTo(HUNDRED) > 0);
    }

    private static void survey(Subject subject, ScoredIndicator scored, @Nullable Survey survey) {
        Indicator indicator = scored.indicator();
        boolean satisfaction = indicator.level1().equals(WeightRules.SATISFACTION)
                || indicator.level3().contains("满意度");
        if (!satisfaction || indicator.actual() == null) {
            return;
        }
        String actual = Rendering.actual(indicator.actual());
        if (survey == null) {
            subject.object("V23", "none", scored, actual);
        } else if (!survey.isComplete()) {
            subject.object("V23", "partial", scored, actual, survey.frame(), survey.invited(), survey.valid());
        }
    }

    private static void dates(Subject subject, ScoredIndicator scored, FormData data, IndicatorData behind) {
        Instant evidence = behind.lastEvidence();
        Instant end = Period.year(subject.submission().form().year()).end();
        if (evidence == null) {
            return;
        }
        if (!evidence.isBefore(end)) {
            subject.object("V24", "period", scored, print(evidence), print(end));
        }
        if (data.submitted() != null && evidence.isAfter(data.submitted())) {
            subject.object("V24", "submission", scored, print(evidence), print(data.submitted()));
        }
    }

    private static void measure(Subject subject, ScoredIndicator scored, FormData data, IndicatorData behind) {
        MeasureRef bound = scored.indicator().measure();
        if (bound == null) {
            subject.object("V25", "none", scored, scored.indicator().level3());
        } else if (behind.measureSince() != null
                && data.approved() != null
                && behind.measureSince().isAfter(data.approved())) {
            subject.object(
                    "V25",
                    "newer",
                    scored,
                    bound.id() + " v" + bound.version(),
                    print(behind.measureSince()),
                    print(data.approved()));
        }
    }

    private static void rounding(Subject subject, ScoredIndicator scored) {
        if (!(scored.indicator().target() instanceof Target.Quantity target)
                || !(scored.indicator().actual() instanceof Actual.Quantity actual)) {
            return;
        }
        Fraction printed = Fraction.of(actual.printed());
        Fraction aim = Fraction.of(target.value());
        String exact = EXACT.apply(actual.exact()).stripTrailingZeros().toPlainString();
        if (target.comparison().isMet(printed, aim) && !target.comparison().isMet(actual.exact(), aim)) {
            subject.object("V28", "target", scored, Rendering.actual(actual), exact, Rendering.target(target));
        } else if (helps(target.comparison(), printed.compareTo(actual.exact()))) {
            subject.object("V28", "digits", scored, Rendering.actual(actual), exact);
        }
    }

    private static boolean helps(Comparison comparison, int order) {
        return switch (comparison) {
            case AT_LEAST, MORE_THAN -> order > 0;
            case AT_MOST, LESS_THAN -> order < 0;
            case EQUAL -> false;
        };
    }

    private static String print(Instant instant) {
        return TIME.format(LocalDateTime.ofInstant(instant, Period.ZONE));
    }
}
