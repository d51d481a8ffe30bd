package org.diban.indicator.format.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedIndicator;

/**
 * Writes the indicator tables of forms as one table of comma-separated values (RFC 4180), a line for each indicator.
 *
 * <p>UTF-8 with a byte order mark, because spreadsheet programs take it for another encoding without. A cell that a program could
 * take for a formula begins with an apostrophe.
 */
public final class CsvWriter {
    private static final List<String> HEADING =
            List.of("年度", "项目名称", "主管部门", "实施单位", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");

    private CsvWriter() {}

    /** Writes a heading and a line for each indicator of each form; the stream stays open. */
    public static void write(List<PrintedForm> forms, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF").append(line(HEADING));
        for (PrintedForm form : forms) {
            for (PrintedIndicator row : form.indicators()) {
                text.append(line(List.of(
                        form.year().text(),
                        form.project().text(),
                        form.department().text(),
                        form.unit().text(),
                        row.level1().text(),
                        row.level2().text(),
                        row.level3().text(),
                        row.target().text(),
                        row.actual().text(),
                        row.weight().text(),
                        row.score().text(),
                        row.explanation().text())));
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** One line with its end: cells quoted where they must be, and neutral. */
    public static String line(List<String> cells) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(Injection.neutral(cells.get(i))));
        }
        return out.append("\r\n").toString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
