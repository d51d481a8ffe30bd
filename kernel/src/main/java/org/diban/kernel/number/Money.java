package org.diban.kernel.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole 分 (0.01 元). 1 万元 is 1,000,000 分.
 *
 * @param fen the amount in 分; may be negative
 */
public record Money(long fen) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    private static final int FEN_PER_WAN_YUAN_DIGITS = 6;

    /**
     * The amount printed as 万元, for example {@code 403.70}.
     *
     * @throws ArithmeticException if the amount is not a whole number of 分 or does not fit
     */
    public static Money ofWanYuan(BigDecimal wanYuan) {
        return new Money(wanYuan.movePointRight(FEN_PER_WAN_YUAN_DIGITS).longValueExact());
    }

    /** The exact amount in 万元, with six decimals. */
    public BigDecimal exactWanYuan() {
        return BigDecimal.valueOf(fen, FEN_PER_WAN_YUAN_DIGITS);
    }

    /** The amount in 万元 as the forms print it: two decimals, half up. The rate of a form is computed from these printed amounts, so that the form agrees with itself. */
    public BigDecimal printedWanYuan() {
        return exactWanYuan().setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * @throws ArithmeticException if the sum does not fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * @throws ArithmeticException if the difference does not fit
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
