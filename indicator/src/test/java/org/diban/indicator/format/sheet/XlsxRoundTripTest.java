package org.diban.indicator.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diban.indicator.format.SampleForms;
import org.diban.indicator.format.Texts;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedForms;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.Test;

class XlsxRoundTripTest {
    static byte[] write(List<Printout> printouts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(printouts, out);
        return out.toByteArray();
    }

    static SheetForms read(byte[] bytes) throws IOException {
        return new XlsxReader(SheetLimits.DEFAULT).read(new ByteArrayInputStream(bytes), "forms.xlsx");
    }

    private static void assertComesBack(List<PrintedForm> forms) throws IOException {
        SheetForms read = read(write(forms.stream().map(Printout::of).toList()));
        assertThat(read.forms().problems()).isEmpty();
        assertThat(Texts.of(read.forms().forms())).isEqualTo(Texts.of(forms));
    }

    @Test
    void an_exported_workbook_is_read_back_to_the_same_cells() throws IOException {
        assertComesBack(List.of(SampleForms.small(), SampleForms.withGoals(60), SampleForms.withIndicators(70)));
    }

    @Test
    void draft_mark_and_footer_are_not_part_of_the_form() throws IOException {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Printout printout =
                    new Printout(SampleForms.small(), true, List.of("已定稿：2025-02-28 11:00", "=1+1"), language);
            SheetForms read = read(write(List.of(printout, printout)));
            assertThat(read.forms().problems()).isEmpty();
            assertThat(Texts.of(read.forms().forms()))
                    .isEqualTo(Texts.of(List.of(SampleForms.small(), SampleForms.small())));
        }
    }

    @Test
    void the_forms_of_a_real_district_come_back() throws IOException {
        PrintedForms source;
        try (InputStream in = Files.newInputStream(DistrictData.require("seed/000_1b2e574df5a7d62c.txt"))) {
            source = TextForms.read(in, "seed.txt", TextForms.DEFAULT_LIMIT);
        }
        assertThat(source.forms()).hasSize(11);
        assertComesBack(source.forms());
    }

    @Property(seed = "20261122", tries = 60)
    void any_form_comes_back(@ForAll("forms") PrintedForm form) throws IOException {
        assertComesBack(List.of(form));
    }

    @Provide
    Arbitrary<PrintedForm> forms() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.of(
                        "=1+1",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "<b>粗</b>",
                        "a&b",
                        "\"引\"",
                        "_x0041_",
                        "𠮷野",
                        "①",
                        "'x",
                        "100.00",
                        "007"),
                Arbitraries.strings()
                        .withChars("数据率≥（）=,;<>&\"' aA1")
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .map(s -> "项" + s.strip() + "。"));
        Arbitrary<String> figure = Arbitraries.bigDecimals()
                .between(java.math.BigDecimal.ZERO, new java.math.BigDecimal("99.99"))
                .ofScale(2)
                .map(java.math.BigDecimal::toPlainString);
        Arbitrary<PrintedIndicator> row = Combinators.combine(
                        Arbitraries.of("产出指标", "效益指标"),
                        Arbitraries.of("数量指标", "质量指标", "时效指标"),
                        text,
                        Arbitraries.of("≥95.00(%)", "=100.00(%)", "提升", "-1 至 +1"),
                        Arbitraries.of("98.00(%)", "达成指标", "12.00"),
                        figure,
                        figure,
                        Arbitraries.of("", "=cmd|' /C calc'!A0", "说明"))
                .as(SampleForms::indicator);
        return Combinators.combine(text, text, text, row.list().ofMinSize(1).ofMaxSize(12))
                .as(SampleForms::form);
    }

    @Test
    void figures_are_numbers_that_show_their_printed_digits_and_texts_never_are_formulas() throws IOException {
        PrintedForm form = SampleForms.form(
                "=HYPERLINK(\"http://example.org\")",
                "+1",
                "-1+1|cmd",
                List.of(SampleForms.indicator(
                        "产出指标", "数量指标", "@SUM(A1:A9)", "=100.00(%)", "100.00(%)", "1,090.00", "90.00", "\t=1+1")));
        byte[] bytes = write(List.of(Printout.of(form)));
        int numbers = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    numbers += cell.getCellType() == CellType.NUMERIC ? 1 : 0;
                }
            }
            Cell budget = workbook.getSheetAt(0).getRow(5).getCell(2);
            assertThat(budget.getNumericCellValue()).isEqualTo(1250.0);
            assertThat(new org.apache.poi.ss.usermodel.DataFormatter(Locale.ROOT).formatCellValue(budget))
                    .isEqualTo("1,250.00");
        }
        // Funds: 4 rows of 3 amounts and a rate, and two figures in the first; one indicator with two; two totals.
        assertThat(numbers).isEqualTo(4 * 4 + 2 + 2 + 2);
        assertThat(part(bytes, "xl/worksheets/sheet1.xml"))
                .doesNotContain("<f>")
                .doesNotContain("<f ");
    }

    @Test
    void the_same_forms_give_the_same_bytes() throws IOException {
        List<Printout> printouts = List.of(Printout.of(SampleForms.small()), Printout.of(SampleForms.withGoals(3)));
        assertThat(write(printouts)).isEqualTo(write(printouts));
    }

    @Test
    void sheets_have_valid_and_different_names() throws IOException {
        String project = "示例/区[数据]:平台*运行?项目\\名称很长很长很长很长很长很长很长";
        PrintedForm form = SampleForms.form(project, "甲", "乙", SampleForms.indicators());
        List<Printout> three = List.of(Printout.of(form), Printout.of(form), Printout.of(form));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(write(three)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(0)).hasSizeLessThanOrEqualTo(31).doesNotContain("/");
            assertThat(workbook.getSheetName(2)).hasSizeLessThanOrEqualTo(31).endsWith(" (3)");
        }
    }

    static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
