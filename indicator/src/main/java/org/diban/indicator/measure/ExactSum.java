package org.diban.indicator.measure;

import java.math.BigInteger;
import org.diban.kernel.number.Fraction;

/** An exact running sum. Stays in {@code long}s over one common denominator while they suffice, and goes on in big integers. */
final class ExactSum {
    private long numerator;
    private long denominator = 1;
    private Fraction carried = Fraction.ZERO;

    void add(Fraction value) {
        if (value.numerator().bitLength() > 62 || value.denominator().bitLength() > 31) {
            carried = carried.plus(value);
            return;
        }
        add(value.numerator().longValue(), value.denominator().longValue());
    }

    private void add(long num, long den) {
        long common = denominator % den == 0 ? denominator : common(denominator, den);
        long own = common == 0 ? 0 : scaled(numerator, common / denominator);
        long other = common == 0 ? 0 : scaled(num, common / den);
        long sum = own + other;
        boolean overflows = common == 0
                || own == Long.MIN_VALUE
                || other == Long.MIN_VALUE
                || ((own ^ sum) & (other ^ sum)) < 0
                || sum == Long.MIN_VALUE;
        if (overflows) {
            carried = carried.plus(Fraction.of(numerator, denominator));
            numerator = num;
            denominator = den;
        } else {
            numerator = sum;
            denominator = common;
        }
    }

    /** The least common multiple; 0 when it is beyond 2³¹. */
    private static long common(long a, long b) {
        long gcd = BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue();
        long lcm = a / gcd * b;
        return lcm > Integer.MAX_VALUE ? 0 : lcm;
    }

    /** The product; {@link Long#MIN_VALUE} when it does not fit. */
    private static long scaled(long value, long factor) {
        long high = Math.multiplyHigh(value, factor);
        long low = value * factor;
        return high == low >> 63 ? low : Long.MIN_VALUE;
    }

    Fraction value() {
        return carried.plus(Fraction.of(numerator, denominator));
    }
}
