package org.diban.indicator.measure;

import java.math.BigDecimal;
import java.util.List;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a figure: what is counted, against what, when, and what would make it false.
 *
 * <p>A released version never changes; another wording is another version. Two definitions are the same when their digests are.
 *
 * @param id capitals, digits and underscores, for example {@code AVAIL}
 * @param version from 1
 * @param name what people call it
 * @param definition what it says about the project
 * @param numerator what is counted or measured
 * @param denominator against what; {@code null} when the figure has none
 * @param statistic how rows become the figure
 * @param unit as printed, for example {@code %}; empty for a judgement
 * @param span which time the rows come from
 * @param guards what would make the figure false
 * @param print how the figure becomes digits; against the reporter
 * @param direction which way it gets better
 * @param evidence what must exist for the figure to be believed
 * @param applicability where the figure says little; {@code null} when nothing has to be remarked
 */
public record Measure(
        String id,
        int version,
        Text name,
        Text definition,
        Text numerator,
        @Nullable Text denominator,
        Statistic statistic,
        Text unit,
        Span span,
        List<Guard> guards,
        PrintRule print,
        Direction direction,
        List<Text> evidence,
        @Nullable Text applicability) {
    public Measure {
        guards = List.copyOf(guards);
        evidence = List.copyOf(evidence);
    }

    /** What kind of figure comes out. */
    public Kind kind() {
        return switch (statistic) {
            case Statistic.RatioOfSums _ -> Kind.RATIO;
            case Statistic.Count _ -> Kind.COUNT;
            case Statistic s when s.judges() -> Kind.JUDGEMENT;
            default -> Kind.VALUE;
        };
    }

    /** The definition as canonical JSON: what is published, stored with a form and hashed. */
    public JsonObject json() {
        return MeasureJson.write(this);
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws org.diban.kernel.json.JsonException if it is not a definition
     */
    public static Measure of(JsonObject json) {
        return MeasureJson.read(json);
    }

    /** The name of this version, with its digest. */
    public MeasureKey key() {
        return new MeasureKey(id, version, ContentDigest.of(json()));
    }

    /** The digits to print for a value. */
    public BigDecimal printed(Fraction value) {
        return print.apply(value);
    }

    /** Whether a guard of this type is set. */
    boolean guardedBy(Class<? extends Guard> type) {
        return guards.stream().anyMatch(type::isInstance);
    }

    /** The kinds of figures. */
    public enum Kind {
        /** A share or a quotient. */
        RATIO,
        /** A number of things. */
        COUNT,
        /** A measured quantity. */
        VALUE,
        /** Met or not met. */
        JUDGEMENT
    }

    /** The time that the rows of a figure come from. */
    public enum Span {
        /** What happened in the fiscal year. */
        FISCAL_YEAR("财政年度内发生", "what happened in the fiscal year"),
        /** The state at the end of the fiscal year, from rows recorded in the year. */
        YEAR_END("财政年度末时点", "the state at the end of the fiscal year"),
        /** The window in which a survey was open, inside the fiscal year. */
        SURVEY_WINDOW("年度内的调查窗口", "the survey window inside the fiscal year"),
        /** The acceptance test and the yearly repetition. */
        TEST("验收测试及年度复测", "the acceptance test and its yearly repetition");

        private final Text text;

        Span(String zh, String en) {
            this.text = new Text(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
