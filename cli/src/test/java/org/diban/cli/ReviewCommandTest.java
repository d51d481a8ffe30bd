package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
    @TempDir
    Path folder = Path.of("");

    private Path forms = Path.of("");

    @BeforeEach
    void a_folder_of_forms_of_every_format_and_some_that_are_none() throws IOException {
        forms = Files.createDirectory(folder.resolve("forms"));
        Path text = Session.twoForms(forms);
        Path below = Files.createDirectory(forms.resolve("below"));
        Session.run("form", "export", text, "-o", below.resolve("two.xlsx"));
        Session.run("form", "export", text, "--form", "1", "-o", below.resolve("one.json"));
        Files.writeString(below.resolve("broken.json"), "{\"format\":");
        Files.writeString(below.resolve("no form.txt"), "a\tb\n");
        Files.writeString(below.resolve("~$two.xlsx"), "lock");
        Files.writeString(below.resolve("notes.md"), "not a form");
    }

    @Test
    void a_folder_is_reviewed_and_what_cannot_be_read_is_told() {
        Session session = Session.run("review", forms);
        assertThat(session.status()).isEqualTo(1);
        assertThat(session.lastLine()).startsWith("5 forms, ");
        assertThat(session.out()).contains("V09 Error").contains("below/two.xlsx[示例区平台运行项目]:1");
        assertThat(session.err())
                .contains("below/broken.json:1")
                .contains("below/no form.txt")
                .doesNotContain("notes.md");
    }

    @Test
    void the_same_findings_go_to_every_format() throws IOException {
        Session shown = Session.run("review", forms, "--json");
        JsonObject json = JsonReader.readObject(shown.out());
        int findings = json.objects("findings").size();
        assertThat(findings).isPositive();
        assertThat(json.number("forms")).isEqualTo(5);
        long counted = json.object("counts").members().keySet().stream()
                .mapToLong(rule -> json.object("counts").number(rule))
                .sum();
        assertThat(counted).isEqualTo(findings);

        Path csv = folder.resolve("findings.csv");
        assertThat(Session.run("review", forms, "-o", csv).status()).isEqualTo(1);
        assertThat(Files.readString(csv).split("\r\n")).hasSize(findings + 1);
        Path file = folder.resolve("findings.json");
        Session.run("review", forms, "-o", file);
        assertThat(JsonReader.readObject(Files.readString(file)).objects("findings"))
                .hasSize(findings);
        Path workbook = folder.resolve("findings.xlsx");
        Session.run("review", forms, "-o", workbook);
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook read = new XSSFWorkbook(in)) {
            assertThat(read.getSheetAt(0).getLastRowNum()).isEqualTo(findings);
            assertThat(read.getSheetName(1)).isEqualTo("Counts");
        }
    }

    @Test
    void a_summary_shows_counts_only() {
        Session session = Session.run("form", "review", forms.resolve("two.txt"), "--summary");
        assertThat(session.out().lines()).hasSize(1 + 28 + 1);
        assertThat(session.out().lines().map(String::strip)).anyMatch(line -> line.matches("V09 +1 .*"));
    }

    @Test
    void the_real_district_has_the_findings_of_the_reference() {
        Path file = DistrictData.require("seed/000_1b2e574df5a7d62c.txt");
        Session session = Session.run("form", "review", file, "--summary");
        List<String> counts = new ArrayList<>();
        session.out()
                .lines()
                .filter(line -> line.startsWith("V"))
                .forEach(line -> counts.add(line.replaceAll("^(V\\d\\d) +(\\d+) .*$", "$1 $2")));
        assertThat(counts)
                .contains("V05 3", "V06 3", "V07 11", "V08 3", "V09 40", "V10 9", "V12 6", "V13 7", "V15 1", "V16 5")
                .contains("V17 1", "V18 21", "V20 16", "V23 12", "V01 0", "V02 0", "V03 0", "V04 0", "V11 0");
    }

    @Test
    void nothing_but_unreadable_files_is_bad_input() {
        Session session = Session.run("review", forms.resolve("below").resolve("broken.json"));
        assertThat(session.status()).isEqualTo(3);
        assertThat(session.err()).contains("FORM-1401");
    }

    @Test
    void a_folder_without_forms_and_an_unknown_ending_are_usage_errors() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Session.run("review", empty).err()).contains("CLI-1105");
        assertThat(Session.run("review", forms, "-o", folder.resolve("findings.doc"))
                        .err())
                .contains("CLI-1007");
    }
}
