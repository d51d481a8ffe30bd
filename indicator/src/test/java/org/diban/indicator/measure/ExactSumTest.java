package org.diban.indicator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diban.kernel.number.Fraction;

class ExactSumTest {
    @Property(seed = "20241122")
    void a_sum_is_exact_whatever_its_parts(@ForAll("fractions") List<Fraction> parts) {
        ExactSum sum = new ExactSum();
        Fraction expected = Fraction.ZERO;
        for (Fraction part : parts) {
            sum.add(part);
            expected = expected.plus(part);
            assertThat(sum.value()).isEqualTo(expected);
        }
    }

    @Property(seed = "20241122")
    void a_number_reads_back_from_its_text(@ForAll("fraction") Fraction number) {
        assertThat(ExactNumbers.parse(number.toString())).isEqualTo(number);
    }

    @Provide
    Arbitrary<List<Fraction>> fractions() {
        return fraction().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Fraction> fraction() {
        Arbitrary<Long> numerators = Arbitraries.oneOf(
                Arbitraries.longs().between(-1000, 1000),
                Arbitraries.longs(),
                Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L, 1L << 62));
        Arbitrary<Long> denominators = Arbitraries.oneOf(
                Arbitraries.of(1L, 2L, 10L, 100L, 3L, 7L, 10_000L),
                Arbitraries.longs().between(1, Long.MAX_VALUE));
        return Combinators.combine(numerators, denominators).as(Fraction::of);
    }
}
