package org.diban.indicator.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two made-up forms with every irregularity that a reader must bear, and what happens when they are damaged. */
class ReadingTest {
    private static final int LIMIT = 1024 * 1024;

    private static String text() {
        try (InputStream in = ReadingTest.class.getResourceAsStream("two-forms.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PrintedForms read(byte[] bytes) {
        try {
            return TextForms.read(new ByteArrayInputStream(bytes), "f.txt", LIMIT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Transcription transcribe(String text) {
        return new Transcriber(RuleSets.standard())
                .transcribe(read(text.getBytes(StandardCharsets.UTF_8)).forms());
    }

    private static List<String> problems(String text) {
        PrintedForms read = read(text.getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                        read.problems().stream(),
                        new Transcriber(RuleSets.standard()).transcribe(read.forms()).problems().stream())
                .map(problem -> problem.location() + " " + problem.code())
                .toList();
    }

    @Test
    void both_forms_are_read_and_printed_again_without_a_difference() {
        Transcription transcription = transcribe(text());
        assertThat(transcription.problems()).isEmpty();
        FormCheck check = FormCheck.of(transcription);
        assertThat(check.forms()).isEqualTo(2);
        assertThat(check.cells()).isEqualTo(36 * 2 + 5 * 7);
        assertThat(check.differences()).isEmpty();
        assertThat(check.unexplained())
                .extracting("amount")
                .map(Object::toString)
                .containsExactly("0.96");
    }

    @Test
    void goals_are_text_without_any_tag() {
        List<Transcription.Entry> entries = transcribe(text()).entries();
        Form first = entries.get(0).form();
        assertThat(first.expectedGoals()).isEqualTo("完成馆藏档案 R&D 数字化。\n建立检索服务。");
        assertThat(entries.get(1).form().actualGoals()).isEqualTo("alert(1)热线畅通");
    }

    @Test
    void shifted_levels_are_put_right() {
        PrintedForms read = read(text().getBytes(StandardCharsets.UTF_8));
        assertThat(read.forms().get(0).indicators())
                .extracting(row -> row.level1().text() + "/" + row.level2().text() + "/"
                        + row.level3().text())
                .containsExactly(
                        "产出指标/数量指标/数字化页数",
                        "产出指标/质量指标/图像合格率",
                        "产出指标/时效指标/平均检索时间",
                        "效益指标/社会效益指标/查档服务水平",
                        "满意度指标/服务对象满意度指标/查档人满意度");
        assertThat(read.forms().get(1).indicators().get(1).level2().text()).isEqualTo("社会效益指标");
    }

    @Test
    void encodings_and_line_ends_make_no_difference() {
        List<String> plain = cells(text().getBytes(StandardCharsets.UTF_8));
        assertThat(cells(("\ufeff" + text()).getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
        assertThat(cells(text().getBytes(Charset.forName("GB18030")))).isEqualTo(plain);
        assertThat(cells(text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
        assertThat(cells((text() + "\n\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
    }

    private static List<String> cells(byte[] bytes) {
        PrintedForms read = read(bytes);
        assertThat(read.problems()).isEmpty();
        return read.forms().stream()
                .flatMap(form -> form.counted().stream())
                .map(cell -> cell.text() + "@" + cell.location())
                .toList();
    }

    /** What is changed in the text, and the place and code of each problem that must be reported. */
    private record Damage(String from, String to, List<String> problems) {}

    private static Stream<Damage> damages() {
        return Stream.of(
                new Damage("1,099.99\t10.00", "一千\t10.00", List.of("f.txt:10:5 (全年执行数) FORM-1201")),
                new Damage("11.50(万页)\t20.00", "11.50(万页)\t20.001", List.of("f.txt:17:6 (分值) FORM-1202")),
                new Damage("11.50(万页)", "11.50(页)", List.of("f.txt:17:5 (实际完成值) FORM-1207")),
                new Damage("11.50(万页)", "完成", List.of("f.txt:17:5 (实际完成值) FORM-1206")),
                new Damage("≥10(万页)", "≥十(万页)", List.of("f.txt:17:4 (年度指标值) FORM-1205")),
                new Damage("99.25(%)", "130.00(%)", List.of("f.txt:19:5 (实际完成值) FORM-1208")),
                new Damage(
                        "20.00\t20.00",
                        "25.00\t20.00",
                        List.of("f.txt:23:6 (分值) FORM-1302", "f.txt:23:6 (分值) FORM-1303")),
                new Damage("77.00", "78.00", List.of("f.txt:23:7 (得分) FORM-1303")),
                new Damage("评分等级\t\t中", "评分等级\t\t优", List.of("f.txt:24:3 (评分等级) FORM-1304")),
                new Damage("10.00\t99.99\t10.00", "10.00\t100.00\t10.00", List.of("f.txt:10:7 (执行率(%)) FORM-1305")),
                new Damage(
                        "\t200.00\t200.00\t200.00",
                        "\t200.00\t200.00\t190.00",
                        List.of("f.txt:12:7 (执行率(%)) FORM-1305", "f.txt:10:5 (全年执行数) FORM-1306")),
                new Damage("北湖区热线平台项目", "北湖区档案数字化项目", List.of("f.txt:28:2 (项目名称) FORM-1301")),
                new Damage("(2025年度)\n\n", "(本年度)\n\n", List.of("f.txt:5:1 (年度) FORM-1204")),
                new Damage("(2025年度)\n\n", "\n\n", List.of("f.txt:3 FORM-1101")),
                new Damage("项目资金 (万元)\t\t", "项目资金 (元)\t\t", List.of("f.txt:9:1 FORM-1106")),
                new Damage("\t其他资金\t0.00\t0.00\t0.00\t-\t0.00\t-\n年度 总体", "年度 总体", List.of("f.txt:3 FORM-1101")),
                new Damage(
                        "\t时效指标\t平均检索时间\t≤2.00(秒)\t1.50(秒)\t15.00",
                        "\t时效指标\t平均检索时间\t1.50(秒)\t15.00",
                        List.of("f.txt:20:4 (年度指标值) FORM-1205", "f.txt:20:7 (得分) FORM-1203")),
                new Damage("总分\t\t\t\t\t100.00\t77.00", "总分\t\t77.00", List.of("f.txt:23 FORM-1103")),
                new Damage("评分等级\t\t中", "评分等级\t\t", List.of("f.txt:24:2 (评分等级) FORM-1304")),
                new Damage("北湖区档案馆", "", List.of("f.txt:8:6 (实施单位) FORM-1203")),
                new Damage("\n评分等级\t\t中", "\n评分\t\t中", List.of("f.txt:24:1 FORM-1102", "f.txt:3 FORM-1101")));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damage_is_named_with_its_place(Damage damage) {
        String damaged = text().replaceFirst(java.util.regex.Pattern.quote(damage.from()), damage.to());
        assertThat(damaged).isNotEqualTo(text());
        assertThat(problems(damaged)).isEqualTo(damage.problems());
    }

    @Test
    void a_form_that_cannot_be_read_does_not_keep_the_others_back() {
        Transcription transcription = transcribe(text().replace("11.50(万页)", "很多"));
        assertThat(transcription.entries())
                .extracting(entry -> entry.form().project())
                .containsExactly("北湖区热线平台项目");
        assertThat(transcription.problems()).hasSize(1);
    }

    @Test
    void a_file_cut_off_anywhere_gives_problems_or_a_whole_form() {
        String text = text();
        for (int end = 0; end < text.length(); end++) {
            PrintedForms read = read(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
            assertThat(read.forms().size() + read.problems().size())
                    .as("cut at %d", end)
                    .isPositive();
            if (read.forms().size() < 2 && end > text.indexOf("热线平台")) {
                assertThat(read.problems()).as("cut at %d", end).isNotEmpty();
            }
        }
    }

    @Test
    void damaged_bytes_never_end_in_an_exception() {
        Random random = new Random(20_241_122);
        byte[] whole = text().getBytes(StandardCharsets.UTF_8);
        int intact = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = whole.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : "\t\n0,<>=≥".getBytes(StandardCharsets.UTF_8)[random.nextInt(9)];
            }
            PrintedForms read = read(bytes);
            Transcription transcription = new Transcriber(RuleSets.standard()).transcribe(read.forms());
            FormCheck check = FormCheck.of(transcription);
            intact += check.forms() == 2 ? 1 : 0;
            for (Problem problem : Stream.concat(read.problems().stream(), transcription.problems().stream())
                    .toList()) {
                assertThat(problem.location().file()).isEqualTo("f.txt");
                assertThat(problem.in(Locale.SIMPLIFIED_CHINESE)).doesNotContainPattern("\\{[0-9]");
            }
        }
        assertThat(intact).isPositive();
    }

    @Test
    void files_that_are_no_text_are_refused_before_they_are_read() throws IOException {
        assertThat(codes(new byte[] {'P', 'K', 3, 4, 0, 0})).containsExactly("FORM-1002");
        assertThat(codes(text().getBytes(StandardCharsets.UTF_16LE))).containsExactly("FORM-1002");
        assertThat(codes(new byte[] {'a', '\n', (byte) 0xff, (byte) 0xff})).containsExactly("FORM-1003");
        assertThat(read(new byte[] {'a', '\n', (byte) 0xff, (byte) 0xff})
                        .problems()
                        .getFirst()
                        .location())
                .hasToString("f.txt:2");
        assertThat(codes("x".repeat(LIMIT).getBytes(StandardCharsets.UTF_8))).containsExactly("FORM-1004");
        assertThat(codes(new byte[0])).containsExactly("FORM-1005");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(TextForms.read(endless, "f.txt", LIMIT).problems())
                .extracting(Problem::code)
                .containsExactly("FORM-1001");
    }

    private static List<String> codes(byte[] bytes) {
        return read(bytes).problems().stream().map(Problem::code).toList();
    }
}
