package org.diban.kernel.number;

import java.math.BigDecimal;

/**
 * How a number becomes digits.
 *
 * @param rounding the direction
 * @param scale digits after the point, 0 to 9
 */
public record PrintRule(Rounding rounding, int scale) {
    /** The rule of the forms for execution rates: truncated to two decimals. */
    public static final PrintRule TRUNCATED_2 = new PrintRule(Rounding.TRUNCATE, 2);
    /** The rule of the forms for scores: half up to two decimals. */
    public static final PrintRule HALF_UP_2 = new PrintRule(Rounding.HALF_UP, 2);

    public PrintRule {
        if (scale < 0 || scale > 9) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0..9");
        }
    }

    /** The number as it is printed, with exactly {@link #scale} decimals. */
    public BigDecimal apply(Fraction value) {
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), scale, rounding.mode());
    }

    /** The decimal as it is printed, with exactly {@link #scale} decimals. */
    public BigDecimal apply(BigDecimal value) {
        return value.setScale(scale, rounding.mode());
    }
}
