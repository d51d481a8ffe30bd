package org.diban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.number.Rounding;
import org.junit.jupiter.api.Test;

class FractionTest {
    @Test
    void equal_numbers_are_equal_records() {
        assertThat(Fraction.of(2, -4)).isEqualTo(Fraction.parse("-0.50"));
        assertThat(Fraction.of(BigDecimal.valueOf(5, -2))).isEqualTo(Fraction.of(500));
    }

    @Test
    void a_rate_is_truncated_and_never_rounded_up_to_the_target() {
        Fraction rate = Fraction.of(34_520, 34_521).times(Fraction.HUNDRED);
        assertThat(PrintRule.TRUNCATED_2.apply(rate)).hasToString("99.99");
        assertThat(new PrintRule(Rounding.UP, 2).apply(Fraction.parse("1.001"))).hasToString("1.01");
    }

    @Test
    void money_keeps_fen_and_prints_wan_yuan() {
        Money money = Money.ofWanYuan(new BigDecimal("403.70"));
        assertThat(money.fen()).isEqualTo(403_700_000L);
        assertThat(money.printedWanYuan()).hasToString("403.70");
        assertThat(new Money(4_035_005_000L).printedWanYuan()).hasToString("4035.01");
    }

    @Property(seed = "20241122")
    void arithmetic_agrees_with_cross_multiplication(
            @ForAll long a, @ForAll @LongRange(min = 1) long b, @ForAll long c, @ForAll @LongRange(min = 1) long d) {
        Fraction x = Fraction.of(a, b);
        Fraction y = Fraction.of(c, d);
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.compareTo(y)).isEqualTo(Integer.signum(x.minus(y).signum()));
        if (y.signum() != 0) {
            assertThat(x.dividedBy(y).times(y)).isEqualTo(x);
        }
    }
}
