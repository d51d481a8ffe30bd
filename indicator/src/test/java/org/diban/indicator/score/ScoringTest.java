package org.diban.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringTest {
    private static Stream<List<String>> cases() {
        try (InputStream in = ScoringTest.class.getResourceAsStream("cases.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_indicator_earns_what_its_rule_set_gives(List<String> line) {
        RuleSet rules = RuleSets.find(line.get(0)).orElseThrow();
        ScoredIndicator scored = score(rules, "产出指标", line.get(1), line.get(2), line.get(3));
        assertThat(scored.computed()).hasToString(line.get(4));
        assertThat(scored.outcome()).hasToString(line.get(5));
        assertThat(scored.reason().zh()).doesNotContain("{");
        assertThat(scored.reason().en()).doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({"90, 10.00", "89.99, 5.00", "80, 5.00", "60, 1.00", "59.99, 0.00"})
    void satisfaction_by_bands_ignores_the_target(String actual, String points) {
        RuleSet banded = RuleSets.find("banded").orElseThrow();
        assertThat(score(banded, "满意度指标", "≥95.00(%)", actual, "10.00").computed())
                .hasToString(points);
    }

    private static ScoredIndicator score(RuleSet rules, String level1, String target, String actual, String weight) {
        return new IndicatorScoring(rules)
                .score(new Indicator(
                        "i01",
                        level1,
                        "数量指标",
                        "某项",
                        target(target),
                        actual(actual, target),
                        new BigDecimal(weight),
                        null,
                        List.of(),
                        ""));
    }

    private static Target target(String printed) {
        for (Comparison comparison : Comparison.values()) {
            if (printed.startsWith(comparison.sign())) {
                String value = printed.substring(1, printed.indexOf('('));
                return new Target.Quantity(comparison, new BigDecimal(value), unit(printed));
            }
        }
        return new Target.Quality(printed);
    }

    private static String unit(String printed) {
        return printed.contains("(") ? printed.substring(printed.indexOf('(') + 1, printed.length() - 1) : "";
    }

    private static @Nullable Actual actual(String text, String target) {
        if (text.isEmpty()) {
            return null;
        }
        for (Actual.Attainment attainment : Actual.Attainment.values()) {
            if (attainment.name().equals(text)) {
                return new Actual.Quality(attainment, Actual.Origin.ENTERED);
            }
        }
        String[] parts = text.split("/", -1);
        Fraction exact = Fraction.parse(parts[0]).dividedBy(Fraction.parse(parts.length > 1 ? parts[1] : "1"));
        return new Actual.Quantity(exact, BigDecimal.ZERO, unit(target), Actual.Origin.MEASURED);
    }

    @Test
    void values_in_different_units_are_not_compared() {
        Indicator indicator = new Indicator(
                "i01",
                "产出指标",
                "数量指标",
                "某项",
                target("≥10.00(万条)"),
                new Actual.Quantity(Fraction.of(20), BigDecimal.valueOf(20), "条", Actual.Origin.ENTERED),
                new BigDecimal("10.00"),
                null,
                List.of(),
                "");
        assertThat(new IndicatorScoring(RuleSets.standard()).score(indicator).outcome())
                .isEqualTo(ScoredIndicator.Outcome.NOT_COMPUTABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00, 0.00",
        "383225, 360455, 94.05, 9.41",
        "91255, 86443, 94.72, 9.47",
        "12877, 12876, 99.99, 10.00",
        "10, 9, 90.00, 9.00",
        "100, 105, 105.00, 10.00"
    })
    void execution_is_truncated_and_its_score_half_up(long budget, long executed, String rate, String score) {
        FundRow row =
                new FundRow(FundSource.TOTAL, Money.ZERO, new Money(budget * 10_000), new Money(executed * 10_000));
        assertThat(ScoredForm.rate(row)).hasToString(rate);
        assertThat(ScoredForm.executionScore(ScoredForm.rate(row), RuleSets.standard()))
                .hasToString(score);
    }

    @Property(seed = "20241122")
    void the_rate_is_the_floor_of_an_integer_division(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long budget,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long executed) {
        FundRow row =
                new FundRow(FundSource.TOTAL, Money.ZERO, new Money(budget * 10_000), new Money(executed * 10_000));
        assertThat(ScoredForm.rate(row)).isEqualTo(BigDecimal.valueOf(executed * 10_000 / budget, 2));
    }

    /** Every printed rate from 0.00 to 100.00, against the same rule in decimals. */
    @Test
    void the_score_of_every_rate_is_half_up() {
        for (int i = 0; i <= 10_000; i++) {
            BigDecimal rate = BigDecimal.valueOf(i, 2);
            assertThat(ScoredForm.executionScore(rate, RuleSets.standard()))
                    .isEqualTo(rate.movePointLeft(1).setScale(2, RoundingMode.HALF_UP));
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 优", "90, 优", "89.99, 良", "80, 良", "79.99, 中", "60, 中", "59.99, 差", "-3, 差"})
    void grades_begin_at_their_limits(BigDecimal total, String grade) {
        assertThat(RuleSets.standard().grade(total).name().zh()).isEqualTo(grade);
    }

    @Test
    void every_shipped_rule_set_is_found_by_id_and_version() {
        for (RuleSet rules : RuleSets.all()) {
            assertThat(RuleSets.find(rules.id(), rules.version())).contains(rules);
        }
        assertThat(RuleSets.find("none")).isEmpty();
    }
}
