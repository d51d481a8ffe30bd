package org.diban.indicator.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormJsonTest {
    /** A form that uses every member of the format. */
    private static Form form() {
        return new Form(
                2025,
                "北湖区档案数字化项目",
                "北湖区档案局",
                "北湖区档案馆",
                "一\n二",
                "三",
                List.of(
                        new FundRow(FundSource.TOTAL, new Money(120), new Money(100_000_001), new Money(99)),
                        new FundRow(FundSource.FISCAL, Money.ZERO, Money.ZERO, Money.ZERO),
                        new FundRow(FundSource.CARRIED_OVER, Money.ZERO, Money.ZERO, Money.ZERO),
                        new FundRow(FundSource.OTHER, Money.ZERO, Money.ZERO, Money.ZERO)),
                List.of(
                        new Indicator(
                                "i01",
                                "产出指标",
                                "数量指标",
                                "页数",
                                new Target.Quantity(Target.Comparison.AT_LEAST, new BigDecimal("10"), "万页"),
                                new Actual.Quantity(
                                        Fraction.of(100, 3), new BigDecimal("33.33"), "万页", Actual.Origin.MEASURED),
                                new BigDecimal("60.00"),
                                new MeasureRef("PAGES", 3),
                                List.of(
                                        Deduction.unexplained(new BigDecimal("-1.25")),
                                        new Deduction(
                                                new BigDecimal("2"),
                                                "usr_1",
                                                Instant.parse("2026-01-05T01:02:03Z"),
                                                "漏扫")),
                                "已补"),
                        new Indicator(
                                "i02",
                                "效益指标",
                                "社会效益指标",
                                "服务",
                                new Target.Quality("提升"),
                                new Actual.Quality(Actual.Attainment.PARTLY_MET, Actual.Origin.ENTERED),
                                new BigDecimal("30.00"),
                                null,
                                List.of(),
                                ""),
                        new Indicator(
                                "i03",
                                "效益指标",
                                "社会效益指标",
                                "未测",
                                new Target.Quality("高"),
                                null,
                                new BigDecimal("10.00"),
                                null,
                                List.of(),
                                "")),
                new PrintStyle(true, "其中:", List.of("<p>", "</p> <p>", "</p>"), List.of()));
    }

    private static JsonForm read(String text) {
        try {
            return FormJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f.json");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_form_with_every_member_survives_writing_and_reading() {
        JsonForm read = read(FormJson.write(form()).pretty());
        assertThat(read.problems()).isEmpty();
        assertThat(read.form()).isEqualTo(form());
        assertThat(FormJson.write(form()).canonical())
                .isEqualTo(JsonReader.read(FormJson.write(form()).pretty()).canonical());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"year\":2025|\"year\":20|year|FORM-1403",
                "\"value\":\"10\"|\"value\":\"1e9\"|indicators[0].target.value|FORM-1403",
                "\"value\":\"10\"|\"value\":10|indicators[0].target.value|FORM-1403",
                "\"exact\":\"100/3\"|\"exact\":\"100/0\"|indicators[0].actual.exact|FORM-1403",
                "\"source\":\"OTHER\"|\"source\":\"TOTAL\"|funds|FORM-1403",
                "\"id\":\"i02\"|\"id\":\"i01\"|indicators|FORM-1403",
                "\"weight\":\"60.00\"|\"weight\":\"0.00\"|indicators[0].weight|FORM-1403",
                "\"weight\":\"60.00\"|\"weight\":\"60.001\"|indicators[0].weight|FORM-1403",
                "\"text\":\"提升\"|\"text\":\"提升\",\"more\":1|indicators[1].target.more|FORM-1403",
                "\"comparison\":\"AT_LEAST\"|\"comparison\":\"ABOUT\"|indicators[0].target.comparison|FORM-1403",
                "\"at\":\"2026-01-05T01:02:03Z\"|\"at\":\"gestern\"|indicators[0].deductions[1].at|FORM-1403",
                "\"reason\":\"漏扫\"|\"reason\":\"\"|indicators[0].deductions[1].reason|FORM-1403",
                "\"initialBudget\":\"0.01\"|\"initialBudget\":\"-0.01\"|funds[0].initialBudget|FORM-1403",
                "\"version\":3|\"version\":0|indicators[0].measure.version|FORM-1403",
                "diban-form/1|diban-form/2||FORM-1402"
            })
    void what_is_wrong_is_named_by_its_place_in_the_document(String from, String to, String path, String code) {
        String text =
                FormJson.write(form()).canonical().replace("\"initialBudget\":\"1.20\"", "\"initialBudget\":\"0.01\"");
        assertThat(text).contains(from);
        JsonForm read = read(text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        assertThat(read.form()).isNull();
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().getFirst().code()).isEqualTo(code);
        assertThat(read.problems().getFirst().location().field()).isEqualTo(path);
    }

    @Test
    void broken_json_is_refused_with_line_and_column() {
        assertThat(read("{\n \"format\": 1.5}").problems().getFirst().location().line())
                .isEqualTo(2);
        assertThat(read("[]").problems().getFirst().code()).isEqualTo("FORM-1401");
        assertThat(read(" ".repeat(FormJson.LIMIT + 1)).problems().getFirst().code())
                .isEqualTo("FORM-1404");
    }

    @Test
    void any_damage_gives_a_form_or_one_problem() {
        Random random = new Random(20_241_122);
        byte[] whole = FormJson.write(form()).canonicalBytes();
        int forms = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            JsonForm read = read(new String(bytes, StandardCharsets.UTF_8));
            assertThat(read.form() == null).isEqualTo(!read.problems().isEmpty());
            forms += read.form() == null ? 0 : 1;
        }
        assertThat(forms).isPositive();
    }
}
