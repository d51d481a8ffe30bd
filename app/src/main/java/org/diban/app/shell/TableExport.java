package org.diban.app.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a file: CSV (RFC 4180, UTF-8 with a byte order mark, so that office programs read Chinese) or XLSX. All cells are texts; in CSV a cell
 * that a spreadsheet would take for a formula gets an apostrophe before it. Rows are written as they come, so memory does not grow with them.
 */
public final class TableExport {
    private static final int FLUSH_EVERY = 1000;

    private TableExport() {}

    /**
     * Answers with the file.
     *
     * @param name the file's name without extension, ASCII
     * @param format {@code csv} or {@code xlsx}
     * @param header the headings
     * @param rows the cells of each row, as many as there are headings; closed here
     */
    public static void send(
            HttpServletResponse response, String name, String format, List<String> header, Stream<List<String>> rows)
            throws IOException {
        boolean csv = format.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
        try (rows) {
            if (csv) {
                writeCsv(response.getOutputStream(), header, rows);
            } else {
                writeXlsx(response.getOutputStream(), header, rows);
            }
        }
    }

    static void writeCsv(OutputStream out, List<String> header, Stream<List<String>> rows) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        writeLine(writer, header);
        for (List<String> row : (Iterable<List<String>>) rows::iterator) {
            writeLine(writer, row);
        }
        writer.flush();
    }

    private static void writeLine(BufferedWriter writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(csvCell(cells.get(i)));
        }
        writer.write("\r\n");
    }

    /** The text as a cell of CSV that no spreadsheet program runs. */
    static String csvCell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    }

    static void writeXlsx(OutputStream out, List<String> header, Stream<List<String>> rows) throws IOException {
        try (Workbook book = new Workbook(out, "Diban", "1.0")) {
            Worksheet sheet = book.newWorksheet("Diban");
            for (int c = 0; c < header.size(); c++) {
                sheet.inlineString(0, c, header.get(c));
                sheet.style(0, c).bold().set();
            }
            sheet.freezePane(0, 1);
            int r = 1;
            for (List<String> row : (Iterable<List<String>>) rows::iterator) {
                for (int c = 0; c < row.size(); c++) {
                    sheet.inlineString(r, c, row.get(c));
                }
                if (++r % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
