package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormCommandsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_check_ends_with_a_line_that_counts_forms_cells_and_differences() throws IOException {
        Path file = Session.twoForms(folder);
        Session english = Session.run("form", "import", file, "--check");
        assertThat(english.status()).isZero();
        assertThat(english.lastLine()).isEqualTo("2 forms, 102 cells, 0 differences");
        assertThat(english.out()).contains("1 deduction without a reason").contains("two.txt:15:7");
        Session chinese = Session.run(Map.of(), "form", "import", file, "--check");
        assertThat(chinese.lastLine()).isEqualTo("2 张表，102 个单元格，0 处差异");
    }

    @Test
    void the_real_district_has_11_forms_841_cells_and_49_unexplained_deductions() {
        Path file = DistrictData.require("seed/000_1b2e574df5a7d62c.txt");
        Session session = Session.run("form", "import", file, "--check", "--lang", "zh");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.lastLine()).isEqualTo("11 张表，841 个单元格，0 处差异");
        assertThat(session.out()).contains("49 处扣分没有说明原因");
    }

    @Test
    void a_contradiction_is_a_difference_and_ends_with_1() throws IOException {
        Path file = folder.resolve("wrong.txt");
        Files.writeString(file, Session.twoForms().replace("100.00\t98.86", "100.00\t99.86"));
        Session session = Session.run("form", "import", file, "--check");
        assertThat(session.status()).isEqualTo(1);
        assertThat(session.lastLine()).isEqualTo("2 forms, 102 cells, 1 differences");
        assertThat(session.out()).contains("read \"99.86\", computed \"98.86\"");
        assertThat(session.err()).contains("FORM-1303");
    }

    @Test
    void a_form_that_cannot_be_taken_over_ends_with_3_and_names_line_and_column() throws IOException {
        Path file = folder.resolve("bad.txt");
        Files.writeString(file, Session.twoForms().replace("≥99.90(%)\t99.95(%)", "≥99.90(%)\t大概一百"));
        Session session = Session.run("form", "import", file, "--check");
        assertThat(session.status()).isEqualTo(3);
        assertThat(session.err()).contains("bad.txt:15:5").contains("FORM-1206");
        assertThat(session.lastLine()).startsWith("1 form, 51 cells");
    }

    @Test
    void a_check_in_json_is_one_object_and_nothing_else() throws IOException {
        Session session = Session.run("form", "import", Session.twoForms(folder), "--check", "--json");
        JsonObject json = JsonReader.readObject(session.out());
        assertThat(json.number("forms")).isEqualTo(2);
        assertThat(json.number("cells")).isEqualTo(102);
        assertThat(json.objects("differences")).isEmpty();
        assertThat(json.objects("unexplained")).hasSize(1);
        assertThat(json.objects("unexplained").getFirst().string("amount")).isEqualTo("1.00");
    }

    @Test
    void gb18030_is_read_too() throws IOException {
        Path file = folder.resolve("gb.txt");
        Files.write(file, Session.twoForms().getBytes(Charset.forName("GB18030")));
        assertThat(Session.run("form", "import", file, "--check").status()).isZero();
    }

    @Test
    void forms_are_listed_and_shown() throws IOException {
        Path file = Session.twoForms(folder);
        Session list = Session.run("form", "list", file);
        assertThat(list.status()).isZero();
        assertThat(list.out().lines()).hasSize(3);
        assertThat(list.out()).contains("示例区平台运行项目").contains("98.86").contains("two.txt:1");
        Session show = Session.run("form", "show", file, "--form", "2");
        assertThat(show.out()).contains("示例区网络运行项目").doesNotContain("示例区平台运行项目").contains("Total 100.00 / 100.00");
        assertThat(Session.run("form", "show", file, "--form", "3").err()).contains("CLI-1005");
        JsonObject json = JsonReader.readObject(
                Session.run("form", "list", file, "--json").out());
        assertThat(json.objects("forms"))
                .extracting(form -> form.string("score"))
                .containsExactly("98.86", "100.00");
        assertThat(JsonReader.readObject(
                                Session.run("form", "show", file, "--json").out())
                        .objects("forms"))
                .hasSize(2);
    }

    @Test
    void an_exported_workbook_holds_the_same_forms() throws IOException {
        Path file = Session.twoForms(folder);
        Path workbook = folder.resolve("out.xlsx");
        assertThat(Session.run("form", "export", file, "-o", workbook, "--draft")
                        .status())
                .isZero();
        Session compared = Session.run("form", "compare", file, workbook);
        assertThat(compared.status()).isZero();
        assertThat(compared.lastLine()).isEqualTo("2 forms, 0 differences");
        assertThat(Session.run("form", "import", workbook, "--check").lastLine())
                .isEqualTo("2 forms, 102 cells, 0 differences");
    }

    @Test
    void an_exported_json_holds_the_same_form() throws IOException {
        Path file = Session.twoForms(folder);
        Path json = folder.resolve("one.json");
        assertThat(Session.run("form", "export", file, "-o", json).err()).contains("CLI-1008");
        assertThat(Session.run("form", "export", file, "--form", "1", "-o", json)
                        .status())
                .isZero();
        Session compared = Session.run("form", "compare", json, file);
        assertThat(compared.out()).contains("Only in B: 示例区网络运行项目").contains("2 forms, 1 differences");
        assertThat(compared.status()).isEqualTo(1);
    }

    @Test
    void every_format_is_written_by_its_ending() throws IOException {
        Path file = Session.twoForms(folder);
        Map<String, String> beginnings =
                Map.of("pdf", "%PDF-", "docx", "PK", "xlsx", "PK", "csv", "\u00ef\u00bb\u00bf");
        for (Map.Entry<String, String> format : beginnings.entrySet()) {
            Path out = folder.resolve("forms." + format.getKey());
            Session session = Session.run("form", "export", file, "-o", out);
            assertThat(session.err()).isEmpty();
            assertThat(session.status()).isZero();
            assertThat(Files.readString(out, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith(format.getValue());
        }
        Session unknown = Session.run("form", "export", file, "-o", folder.resolve("forms.odt"));
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("CLI-1007").contains(".docx");
    }

    @Test
    void a_file_that_is_there_is_replaced_only_by_force() throws IOException {
        Path file = Session.twoForms(folder);
        Path out = Files.writeString(folder.resolve("forms.csv"), "mine");
        Session refused = Session.run("form", "export", file, "-o", out);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("CLI-1104");
        assertThat(out).hasContent("mine");
        assertThat(Session.run("form", "export", file, "-o", out, "--force").status())
                .isZero();
        assertThat(Files.readString(out)).contains("平台可用率");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void an_export_into_no_folder_ends_with_4() throws IOException {
        Session session = Session.run(
                "form",
                "export",
                Session.twoForms(folder),
                "-o",
                folder.resolve("nowhere").resolve("forms.csv"));
        assertThat(session.status()).isEqualTo(4);
        assertThat(session.err()).contains("CLI-1103");
    }

    @Test
    void compared_forms_differ_in_the_cells_that_were_changed() throws IOException {
        Path a = Session.twoForms(folder);
        Path b = folder.resolve("b.txt");
        Files.writeString(b, Session.twoForms().replace("99.95(%)\t30.00\t29.00", "99.97(%)\t30.00\t29.00"));
        Session session = Session.run("form", "compare", a, b);
        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out()).contains("平台可用率 / 实际完成值  99.95(%)  99.97(%)");
        JsonObject json = JsonReader.readObject(
                Session.run("form", "compare", a, b, "--json").out());
        assertThat(json.number("differences")).isEqualTo(1);
    }

    @Test
    void another_rule_set_computes_other_scores() throws IOException {
        Path file = Session.twoForms(folder);
        assertThat(Session.run("form", "list", file, "--rules", "nonsense").err())
                .contains("CLI-1006")
                .contains("standard");
        assertThat(Session.run("form", "list", file, "--rules", "threshold").status())
                .isZero();
    }

    @Test
    void what_is_in_a_file_cannot_command_the_terminal() throws IOException {
        Path file = folder.resolve("json.json");
        Session.run("form", "export", Session.twoForms(folder), "--form", "1", "-o", file);
        Files.writeString(file, Files.readString(file).replace("示例区平台运行项目", "甲\\u001b[2J\\u0007乙"));
        assertThat(Session.run("form", "list", file).out())
                .contains("甲\uFFFD[2J\uFFFD乙")
                .doesNotContain("\u001b");
    }

    @Test
    void usage_errors_end_with_2() {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("frm"),
                List.of("form"),
                List.of("form", "list"),
                List.of("form", "import", "x.txt"),
                List.of("form", "list", "x.txt", "--nonsense"),
                List.of("form", "show", "x.txt", "--form", "two"),
                List.of("form", "list", "no such file"))) {
            Session session = Session.run(words.toArray());
            assertThat(session.status()).as(words.toString()).isEqualTo(2);
            assertThat(session.err()).as(words.toString()).contains("[CLI-1");
            assertThat(session.out()).isEmpty();
        }
    }
}
