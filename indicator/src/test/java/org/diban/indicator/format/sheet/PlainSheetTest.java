package org.diban.indicator.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diban.indicator.format.SampleForms;
import org.diban.indicator.format.Texts;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.Test;

/** Sheets as people make them: rows typed or pasted, nothing merged, numbers as numbers. */
class PlainSheetTest {
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private SheetForms read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return XlsxRoundTripTest.read(out.toByteArray());
    }

    private static void row(Sheet sheet, Object... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double number) {
                row.createCell(i).setCellValue(number);
            } else if (cells[i] instanceof String text && !text.isEmpty()) {
                row.createCell(i).setCellValue(text);
            }
        }
    }

    private static Object number(String text) {
        return text.equals("-") ? text : (Object) Double.valueOf(text.replace(",", ""));
    }

    private static void paste(Sheet sheet, PrintedForm form) {
        row(sheet, "财政项目支出绩效自评表");
        row(sheet, form.year().text());
        row(sheet, "项目名称", form.project().text());
        row(sheet, "主管部门", form.department().text(), "", "", "实施单位", form.unit().text());
        row(sheet, "项目资金 (万元)", "", "年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分");
        for (PrintedFund fund : form.funds()) {
            row(
                    sheet,
                    "",
                    fund.label().text(),
                    number(fund.initialBudget().text()),
                    number(fund.annualBudget().text()),
                    number(fund.executed().text()),
                    number(fund.weight().text()),
                    number(fund.rate().text()),
                    number(fund.score().text()));
        }
        row(sheet, "年度总体目标", "预期目标", "", "", "实际完成情况");
        row(sheet, "", form.expectedGoals().text(), "", "", form.actualGoals().text());
        row(sheet, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
        for (PrintedIndicator row : form.indicators()) {
            row(
                    sheet,
                    row.level1().text(),
                    row.level2().text(),
                    row.level3().text(),
                    row.target().text(),
                    row.actual().text(),
                    number(row.weight().text()),
                    number(row.score().text()),
                    row.explanation().text());
        }
        row(
                sheet,
                "总分",
                "",
                "",
                "",
                "",
                number(form.totalWeight().text()),
                number(form.totalScore().text()));
        row(sheet, "评分等级", "", form.grade().text());
    }

    private static List<String> ungrouped(PrintedForm form) {
        return Texts.of(form).stream()
                .map(text -> text.matches("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]{2}") ? text.replace(",", "") : text)
                .toList();
    }

    @Test
    void several_forms_below_each_other_are_read_and_numbers_get_the_decimals_of_their_column() throws IOException {
        Sheet sheet = workbook.createSheet("汇总");
        paste(sheet, SampleForms.small());
        paste(sheet, SampleForms.withGoals(2));
        paste(workbook.createSheet("另一张"), SampleForms.withIndicators(5));
        workbook.createSheet("空表");
        SheetForms read = read();
        assertThat(read.forms().problems()).isEmpty();
        assertThat(read.notes()).isEmpty();
        assertThat(Texts.of(read.forms().forms()))
                .containsExactly(
                        ungrouped(SampleForms.small()),
                        ungrouped(SampleForms.withGoals(2)),
                        ungrouped(SampleForms.withIndicators(5)));
    }

    @Test
    void a_place_names_the_file_the_sheet_the_row_and_the_column() throws IOException {
        paste(workbook.createSheet("汇总"), SampleForms.small());
        PrintedForm form = read().forms().forms().getFirst();
        assertThat(form.project().location()).hasToString("forms.xlsx[汇总]:3:2 (项目名称)");
        assertThat(form.indicators().getFirst().weight().location()).hasToString("forms.xlsx[汇总]:13:6 (分值)");
    }

    @Test
    void a_formula_counts_as_its_saved_result_and_is_noted() throws IOException {
        Sheet sheet = workbook.createSheet("表");
        paste(sheet, SampleForms.small());
        Row total = sheet.getRow(18);
        total.getCell(5).setCellFormula("10+SUM(F13:F18)");
        total.getCell(5).setCellValue(100);
        SheetForms read = read();
        assertThat(read.forms().problems()).isEmpty();
        assertThat(read.forms().forms().getFirst().totalWeight().text()).isEqualTo("100.00");
        assertThat(read.notes()).extracting(Problem::code).containsExactly("SHEET-1201");
        assertThat(read.notes().getFirst().location()).hasToString("forms.xlsx[表]:19:6");
        assertThat(read.notes().getFirst().message().en())
                .contains("10+SUM(F13:F18)")
                .contains("100");
    }

    @Test
    void a_formula_without_result_and_an_error_are_problems() throws IOException {
        Sheet sheet = workbook.createSheet("表");
        paste(sheet, SampleForms.small());
        sheet.getRow(18).getCell(5).setCellFormula("1/0");
        sheet.getRow(18).getCell(6).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
        assertThat(read().forms().problems()).extracting(Problem::code).contains("SHEET-1203");
    }

    @Test
    void mark_up_outside_the_goals_is_noted_and_kept() throws IOException {
        Sheet sheet = workbook.createSheet("表");
        paste(sheet, SampleForms.form("<b>项目</b>", "<p>目标</p>", "<p>目标</p>", SampleForms.indicators()));
        SheetForms read = read();
        assertThat(read.notes()).extracting(Problem::code).containsExactly("SHEET-1204");
        assertThat(read.forms().forms().getFirst().project().text()).isEqualTo("<b>项目</b>");
        assertThat(read.forms().forms().getFirst().expectedGoals().text()).isEqualTo("<p>目标</p>");
    }

    @Test
    void a_hidden_sheet_is_left_out_and_noted() throws IOException {
        paste(workbook.createSheet("可见"), SampleForms.small());
        paste(workbook.createSheet("旧稿"), SampleForms.withGoals(1));
        workbook.setSheetHidden(1, true);
        SheetForms read = read();
        assertThat(read.forms().forms()).hasSize(1);
        assertThat(read.notes()).extracting(Problem::toString).anyMatch(text -> text.contains("forms.xlsx[旧稿]"));
    }

    @Test
    void numbers_are_read_as_their_format_shows_them() {
        assertThat(NumberText.of("0.98619999999999997", "0.00%")).isEqualTo("98.62%");
        assertThat(NumberText.of("4611.57", "#,##0.00_ ")).isEqualTo("4,611.57");
        assertThat(NumberText.of("-1234567", "#,##0;[Red]-#,##0")).isEqualTo("-1,234,567");
        assertThat(NumberText.of("0.30000000000000004", "General")).isEqualTo("0.3");
        assertThat(NumberText.of("100", null)).isEqualTo("100");
        assertThat(NumberText.of("1E2", "@")).isEqualTo("100");
        assertThat(NumberText.of("1E300", "0.00")).isEqualTo("1E300");
        assertThat(NumberText.withTwoDecimals("98.62%")).isEqualTo("98.62");
        assertThat(NumberText.withTwoDecimals("100")).isEqualTo("100.00");
        assertThat(NumberText.withTwoDecimals("9.5")).isEqualTo("9.50");
        assertThat(NumberText.withTwoDecimals("9.555")).isEqualTo("9.555");
    }
}
