package org.diban.indicator.form;

import java.math.BigDecimal;
import org.diban.kernel.number.Fraction;

/** 年度指标值: what was promised for the year. */
public sealed interface Target {
    /**
     * A number to reach, printed as {@code ≥95.00(%)}.
     *
     * @param comparison which side of the number is good
     * @param value the number with the decimals it was set with
     * @param unit the unit as printed between the brackets, for example {@code %}, {@code 工作日}; may be empty
     */
    record Quantity(Comparison comparison, BigDecimal value, String unit) implements Target {}

    /**
     * A state to reach, in words, for example 提升.
     *
     * @param text as printed
     */
    record Quality(String text) implements Target {}

    /** Which values meet a target of a number. */
    enum Comparison {
        AT_LEAST("≥"),
        AT_MOST("≤"),
        EQUAL("="),
        MORE_THAN(">"),
        LESS_THAN("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The printed sign. */
        public String sign() {
            return sign;
        }

        /** Whether an actual value meets the target, both before any rounding. */
        public boolean isMet(Fraction actual, Fraction target) {
            int order = actual.compareTo(target);
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case MORE_THAN -> order > 0;
                case LESS_THAN -> order < 0;
            };
        }
    }
}
