package org.diban.indicator.measure;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.measure.Outcome.Reason;
import org.diban.indicator.measure.Outcome.Value;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.time.Period;

/**
 * A figure with its origin. A result is never a bare number: it names the definition, the period, the scope, the instant as of
 * which rows were taken into account, and the rows.
 */
public sealed interface MeasureResult {
    /** The definition that was applied. */
    MeasureKey measure();

    /** The period that the figure is about. */
    Period period();

    /** The part of the district that the figure is about. */
    Scope scope();

    /** Rows recorded after this instant were not seen. */
    Instant asOf();

    /**
     * A figure.
     *
     * @param value the figure, unrounded
     * @param numerator as in {@link Outcome.Found}
     * @param denominator as in {@link Outcome.Found}
     * @param rows the rows it was computed from
     */
    record Computed(
            MeasureKey measure,
            Period period,
            Scope scope,
            Instant asOf,
            Value value,
            Fraction numerator,
            Fraction denominator,
            RowSet rows)
            implements MeasureResult {}

    /**
     * No figure, although there are rows. Not nought.
     *
     * @param reason why
     * @param detail the row, month or number that it is about; empty when there is none
     * @param rows the rows that do not suffice
     */
    record NotComputable(
            MeasureKey measure, Period period, Scope scope, Instant asOf, Reason reason, String detail, RowSet rows)
            implements MeasureResult {}

    /** No row at all. Not nought. */
    record Missing(MeasureKey measure, Period period, Scope scope, Instant asOf) implements MeasureResult {}

    /**
     * Measures by reading rows twice: once for the corrections, once for the figure.
     *
     * @param rows all rows of the scope recorded up to {@code asOf}, each stream in the order of its sequence numbers
     */
    static MeasureResult of(Measure measure, Period period, Scope scope, Instant asOf, Iterable<Fact> rows) {
        Set<FactRef> superseded = new HashSet<>();
        for (Fact row : rows) {
            if (row.corrects() != null) {
                superseded.add(row.corrects());
            }
        }
        Evaluation evaluation = new Evaluation(measure, period, superseded);
        RowSet.Builder read = new RowSet.Builder();
        for (Fact row : rows) {
            evaluation.add(row);
            read.add(row);
        }
        RowSet all = read.build();
        return switch (evaluation.finish()) {
            case Outcome.Found(Value value, Fraction numerator, Fraction denominator) ->
                new Computed(measure.key(), period, scope, asOf, value, numerator, denominator, all);
            case Outcome.Unknown(Reason reason, String detail) ->
                new NotComputable(measure.key(), period, scope, asOf, reason, detail, all);
            case Outcome.Nothing _ -> new Missing(measure.key(), period, scope, asOf);
        };
    }

    /** The result as JSON. */
    default JsonObject json() {
        JsonObject.Builder out = JsonObject.builder()
                .put("measure", measure().json())
                .put(
                        "period",
                        JsonObject.builder()
                                .put("start", period().start().toString())
                                .put("end", period().end().toString())
                                .build())
                .put("scope", scope().name())
                .put("asOf", asOf().toString());
        return switch (this) {
            case Computed c ->
                (switch (c.value()) {
                            case Value.Number(Fraction exact) -> out.put("value", exact.toString());
                            case Value.Judgement(Attainment a) -> out.put("attainment", MeasureJson.word(a));
                        })
                        .put("type", "computed")
                        .put("numerator", c.numerator().toString())
                        .put("denominator", c.denominator().toString())
                        .put("rows", c.rows().json())
                        .build();
            case NotComputable n ->
                out.put("type", "not-computable")
                        .put("reason", MeasureJson.word(n.reason()))
                        .put("detail", n.detail())
                        .put("rows", n.rows().json())
                        .build();
            case Missing m -> out.put("type", "missing").build();
        };
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws JsonException if it is not a result
     */
    static MeasureResult of(JsonObject json) {
        try {
            return read(json);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new JsonException("not a result: " + e.getMessage());
        }
    }

    private static MeasureResult read(JsonObject json) {
        MeasureKey measure = MeasureKey.of(json.object("measure"));
        JsonObject span = json.object("period");
        Period period = new Period(Instant.parse(span.string("start")), Instant.parse(span.string("end")));
        Scope scope = new Scope(json.string("scope"));
        Instant asOf = Instant.parse(json.string("asOf"));
        return switch (json.string("type")) {
            case "computed" ->
                new Computed(
                        measure,
                        period,
                        scope,
                        asOf,
                        json.has("value")
                                ? new Value.Number(ExactNumbers.parse(json.string("value")))
                                : new Value.Judgement(
                                        MeasureJson.constant(Attainment.class, json.string("attainment"))),
                        ExactNumbers.parse(json.string("numerator")),
                        ExactNumbers.parse(json.string("denominator")),
                        RowSet.of(json.object("rows")));
            case "not-computable" ->
                new NotComputable(
                        measure,
                        period,
                        scope,
                        asOf,
                        MeasureJson.constant(Reason.class, json.string("reason")),
                        json.string("detail"),
                        RowSet.of(json.object("rows")));
            case "missing" -> new Missing(measure, period, scope, asOf);
            default -> throw new JsonException("unknown result \"" + json.string("type") + "\"");
        };
    }
}
