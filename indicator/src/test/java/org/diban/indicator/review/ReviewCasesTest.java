package org.diban.indicator.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.review.FormData.IndicatorData;
import org.diban.indicator.review.FormData.Survey;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.number.Fraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One made-up form to which nothing can be objected, changed in one place at a time, on both sides of each limit. */
class ReviewCasesTest {
    private static final Instant APPROVED = Instant.parse("2025-01-10T00:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2026-02-01T00:00:00Z");
    private static final IndicatorData SOUND = data("2025-12-01T00:00:00Z", "2024-11-01T00:00:00Z", 100);

    @TempDir
    private Path scratch;

    private static String resource(String name) {
        try (InputStream in = ReviewCasesTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndicatorData data(String evidence, String since, long denominator) {
        return new IndicatorData(Instant.parse(evidence), Instant.parse(since), Fraction.of(denominator), null);
    }

    private static FormData data(Map<String, IndicatorData> changed) {
        Map<String, IndicatorData> data = new HashMap<>();
        for (String id : List.of("i01", "i02", "i03", "i04")) {
            data.put(id, SOUND);
        }
        data.put("i05", surveyed(new Survey(655, 300, 243, "mean")));
        data.putAll(changed);
        return new FormData(APPROVED, SUBMITTED, data);
    }

    private static IndicatorData surveyed(Survey survey) {
        return new IndicatorData(SOUND.lastEvidence(), SOUND.measureSince(), SOUND.denominator(), survey);
    }

    private static Form form(String from, String to) {
        String base = resource("base-form.json");
        assertThat(base).contains(from);
        JsonForm read = FormJson.read(JsonReader.readObject(from.isEmpty() ? base : base.replace(from, to)), "form");
        assertThat(read.problems()).isEmpty();
        return Objects.requireNonNull(read.form());
    }

    private static String findings(Form form, @Nullable PrintedForm printed, @Nullable FormData data) {
        return print(FormReview.standard().findings(new Submission("f", form, printed, data)));
    }

    private static String print(List<Finding> findings) {
        return findings.stream()
                .peek(finding -> assertThat(
                                finding.message().zh() + finding.message().en())
                        .doesNotContainPattern("\\{[0-9]"))
                .map(one -> one.rule() + " " + one.field() + " " + one.figure() + "/" + one.neighbour())
                .collect(Collectors.joining("; "));
    }

    private static Stream<List<String>> cases() {
        return resource("cases.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_in_one_place_gives_these_findings(List<String> line) {
        assertThat(findings(form(line.get(0), line.get(1)), null, data(Map.of())))
                .isEqualTo(line.get(2));
    }

    @Test
    void what_stands_behind_a_figure_is_objected_to_by_its_data() {
        Form form = form("", "");
        assertThat(findings(form, null, data(Map.of("i02", data("2025-12-31T15:59:59Z", "2024-11-01T00:00:00Z", 100)))))
                .isEmpty();
        assertThat(findings(form, null, data(Map.of("i02", data("2025-12-31T16:00:00Z", "2024-11-01T00:00:00Z", 100)))))
                .isEqualTo("V24 接通率 2026-01-01 00:00/2026-01-01 00:00");
        assertThat(findings(form, null, data(Map.of("i02", data("2026-02-02T00:00:00Z", "2024-11-01T00:00:00Z", 100)))))
                .isEqualTo("V24 接通率 2026-02-02 08:00/2026-01-01 00:00; V24 接通率 2026-02-02 08:00/2026-02-01 08:00");
        assertThat(findings(form, null, data(Map.of("i02", data("2025-12-01T00:00:00Z", "2025-06-01T00:00:00Z", 100)))))
                .isEqualTo("V25 接通率 M-i02 v1/2025-06-01 08:00");
        assertThat(findings(form, null, data(Map.of("i02", data("2025-12-01T00:00:00Z", "2024-11-01T00:00:00Z", 0)))))
                .isEqualTo("V22 接通率 95.00(%)/0");
        assertThat(findings(form, null, data(Map.of("i05", SOUND)))).isEqualTo("V23 来电人满意度 90.00(%)/");
        assertThat(findings(form, null, data(Map.of("i05", surveyed(new Survey(100, 300, 243, "mean"))))))
                .isEqualTo("V23 来电人满意度 90.00(%)/100");
        assertThat(findings(form, null, null)).isEqualTo("V23 来电人满意度 90.00(%)/");
    }

    @Test
    void printed_figures_are_compared_with_the_rule() {
        Form form = form("", "");
        PrintedForm right = Rendering.of(ScoredForm.of(form, RuleSets.standard()));
        assertThat(findings(form, right, data(Map.of()))).isEmpty();
        assertThat(findings(form, printed(right, "99.80", "优"), data(Map.of()))).isEqualTo("V02 总分 99.80/99.75");
        assertThat(findings(form, printed(right, "99.75", "良"), data(Map.of()))).isEqualTo("V02 评分等级 良/优");
    }

    private static PrintedForm printed(PrintedForm form, String total, String grade) {
        return new PrintedForm(
                form.location(),
                form.year(),
                form.project(),
                form.department(),
                form.unit(),
                form.expectedGoals(),
                form.actualGoals(),
                form.funds(),
                form.indicators(),
                form.totalWeight(),
                Cell.of(total),
                Cell.of(grade));
    }

    private String compared(Form... forms) throws IOException {
        List<Submission> submissions = new ArrayList<>();
        for (Form form : forms) {
            submissions.add(new Submission("f" + submissions.size(), form, null, data(Map.of())));
        }
        List<Finding> findings = new ArrayList<>();
        new ReviewRun(FormReview.standard(), scratch, 1)
                .run(submissions.iterator(), findings::add, ReviewProgress.NONE);
        return print(findings);
    }

    @Test
    void forms_about_one_thing_are_compared_and_others_are_not() throws IOException {
        Form base = form("", "");
        Form other = form(
                "\"exact\":\"22.00\",\"origin\":\"MEASURED\",\"printed\":\"22.00\"",
                "\"exact\":\"23\",\"origin\":\"MEASURED\",\"printed\":\"23.00\"");
        assertThat(compared(base, other)).isEqualTo("V16 坐席数 23.00(个)/22.00(个)");
        assertThat(compared(base, form("个", "席"))).isEqualTo("V19 坐席数 席/个");
        assertThat(compared(base, form("AT_MOST", "LESS_THAN"))).isEqualTo("V19 回电时间 <4.00(小时)/≤4.00(小时)");
        assertThat(compared(
                        base, new Form(2025, "别的项目", "别的部门", "别的部门", "一。", "二。", other.funds(), other.indicators())))
                .isEmpty();
        assertThat(compared(
                        base,
                        new Form(
                                2025,
                                "别的项目",
                                base.department(),
                                base.unit(),
                                "一。",
                                "二。",
                                other.funds(),
                                IntStream.range(0, 5)
                                        .mapToObj(
                                                i -> i < 2 ? other.indicators().get(i) : renamed(other, i))
                                        .toList())))
                .isEmpty();
    }

    private static Indicator renamed(Form form, int index) {
        Indicator old = form.indicators().get(index);
        return new Indicator(
                old.id(),
                old.level1(),
                old.level2(),
                old.level3(),
                old.target(),
                old.actual(),
                old.weight(),
                new MeasureRef("X-" + old.id(), 1),
                old.deductions(),
                old.explanation());
    }

    @Test
    void successive_years_are_compared_by_the_year_in_the_name_of_the_project() throws IOException {
        Form last = form("热线平台项目", "热线平台项目-2024年度");
        Form now = form("热线平台项目", "热线平台项目（2025年度）");
        String lower = "V27 坐席数 ≥20.00(个)/22.00(个); V27 接通率 ≥90.00(%)/95.00(%); "
                + "V27 回电时间 ≤4.00(小时)/3.50(小时); V27 来电人满意度 ≥85.00(%)/90.00(%)";
        assertThat(compared(last, now)).isEqualTo(lower + "; V17 实际完成值 5/北湖区热线平台项目-2024年度");
        assertThat(compared(now, form("热线平台项目", "热线平台项目-2023年度"))).isEmpty();
    }

    @Test
    void totals_of_a_department_within_five_points_are_noted_from_five_forms_on() throws IOException {
        Form[] forms = new Form[5];
        for (int i = 0; i < 5; i++) {
            forms[i] = form("\"id\":\"M-", "\"id\":\"M" + i + "-");
        }
        assertThat(compared(forms)).isEqualTo("V26 总分 99.75/99.75");
        assertThat(compared(forms[0], forms[1], forms[2], forms[3])).isEmpty();
    }

    @Test
    void below_a_hundred_per_cent_similar_texts_are_objected_to() {
        assertThat(Similarity.of("保持热线畅通", "保持热线畅通")).isEqualTo(Fraction.ONE);
        assertThat(Similarity.of("甲乙丙", "乙丙丁")).isEqualTo(Fraction.of(1, 2));
        assertThat(Similarity.of("", "乙丙丁")).isEqualTo(Fraction.ZERO);
        ReviewRules rules = ReviewRules.standard().with("V13", "similarity", new BigDecimal(20));
        List<Finding> findings = new FormReview(RuleSets.standard(), rules, MeasureNames.standard())
                .findings(new Submission("f", form("", ""), null, data(Map.of())));
        assertThat(print(findings)).startsWith("V13 实际完成情况");
    }

    @Test
    void names_are_matched_without_blanks_punctuation_and_particles() {
        assertThat(MeasureNames.normalised("线路开通及变更, 无资源的的开通时间")).isEqualTo(MeasureNames.normalised("线路开通及变更，无资源开通时间"));
    }
}
