package org.diban.indicator.form;

import java.math.BigDecimal;
import org.diban.kernel.number.Fraction;

/** 实际完成值: what was reached. */
public sealed interface Actual {
    /** Where the value comes from. */
    Origin origin();

    /**
     * A number, printed as {@code 98.00(%)}.
     *
     * @param exact the value before any rounding, in {@code unit}; what is compared with the target
     * @param printed the digits on the form
     * @param unit the unit as printed between the brackets; may be empty
     */
    record Quantity(Fraction exact, BigDecimal printed, String unit, Origin origin) implements Actual {}

    /** A judgement of a target in words. */
    record Quality(Attainment attainment, Origin origin) implements Actual {}

    /** How far a target in words was reached, in the three grades of the official form. */
    enum Attainment {
        MET("达成指标", "Met"),
        PARTLY_MET("部分达成指标并具有一定效果", "Partly met, with some effect"),
        NOT_MET("未达成指标且效果较差", "Not met, with little effect");

        private final String zh;
        private final String en;

        Attainment(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** The printed words. */
        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** How a value came to stand on the form. */
    enum Origin {
        /** Computed by a system from the rows it recorded. */
        MEASURED,
        /** Entered by a person, with files behind it. */
        ENTERED,
        /** Taken over from a document, with nothing behind it: the form shows the figure, its evidence is missing. */
        TRANSCRIBED
    }
}
