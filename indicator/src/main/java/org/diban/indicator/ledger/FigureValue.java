package org.diban.indicator.ledger;

import java.math.BigDecimal;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.measure.ExactNumbers;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;

/** The value of a figure. Its unit is that of the target. */
public sealed interface FigureValue {
    /**
     * A number.
     *
     * @param exact before any rounding; what is compared with the target
     * @param printed the digits on the form, rounded against the reporter
     */
    record Number(Fraction exact, BigDecimal printed) implements FigureValue {}

    /** A judgement of a target in words. */
    record Judgement(Attainment attainment) implements FigureValue {}

    static FigureValue of(JsonObject json) {
        if (json.has("attainment")) {
            Members.only(json, "attainment");
            return new Judgement(Members.constant(Attainment.class, json.string("attainment")));
        }
        Members.only(json, "exact", "printed");
        return new Number(ExactNumbers.parse(json.string("exact")), Members.decimal(json.string("printed")));
    }

    /** {@code {"exact":…,"printed":…}} or {@code {"attainment":…}}. */
    default JsonObject json() {
        return switch (this) {
            case Number(Fraction exact, BigDecimal printed) ->
                JsonObject.builder()
                        .put("exact", exact.toString())
                        .put("printed", printed.toPlainString())
                        .build();
            case Judgement(Attainment attainment) ->
                JsonObject.builder().put("attainment", Members.word(attainment)).build();
        };
    }
}
