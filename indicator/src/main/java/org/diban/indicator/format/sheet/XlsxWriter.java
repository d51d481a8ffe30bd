package org.diban.indicator.format.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.diban.indicator.format.layout.Box;
import org.diban.indicator.format.layout.FormLayout;
import org.diban.indicator.format.layout.Look;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.layout.StableZip;

/**
 * Writes forms as a workbook, a sheet for each, in the official layout and ready for printing on A4.
 *
 * <p>A figure that is a plain number is written as a number with a format that shows its printed digits; everything else is written as
 * a string cell, whatever it begins with, and never as a formula. The same forms give the same bytes.
 */
public final class XlsxWriter {
    private static final String FONT = "宋体";
    /** How a line begins that is no part of the form, so that readers leave it out. */
    private static final String NOTE = "注：";

    private static final int POINTS = 9;
    /** The size of the font that column widths are measured in. */
    private static final int DEFAULT_POINTS = 10;

    private static final int TITLE_POINTS = 16;
    private static final int SMALL_POINTS = 8;
    /** Generous, because the fonts that replace 宋体 where it is absent are taller. */
    private static final double LINE_HEIGHT = 1.6;

    private static final double TALLEST_ROW = 400;
    private static final int LONGEST_NAME = 31;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]");
    /** Millimetres of column width for one character of the default font. */
    private static final double CHARACTER = 1.95;

    private XlsxWriter() {}

    /** Writes a workbook; the stream stays open. */
    public static void write(List<Printout> printouts, OutputStream out) throws IOException {
        if (printouts.isEmpty()) {
            throw new IllegalArgumentException("a workbook has at least one sheet");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Diban", null)) {
            workbook.setGlobalDefaultFont(FONT, DEFAULT_POINTS);
            Set<String> names = new HashSet<>();
            for (Printout printout : printouts) {
                String name = uniqueName(printout.form().project().text(), names);
                try (Worksheet sheet = workbook.newWorksheet(name)) {
                    write(printout, sheet);
                }
            }
        }
        StableZip.copy(bytes.toByteArray(), out);
    }

    private static void write(Printout printout, Worksheet sheet) {
        setUpPage(printout, sheet);
        int row = 0;
        if (printout.draft()) {
            line(sheet, row++, printout.draftMark(), SMALL_POINTS + 4, "right")
                    .fontColor("C00000")
                    .set();
        }
        line(sheet, row, Printout.TITLE, TITLE_POINTS, "center").bold().set();
        sheet.rowHeight(row++, 30);
        line(sheet, row++, printout.form().year().text(), POINTS, "center").set();
        FormLayout layout = FormLayout.of(printout.form());
        row = table(sheet, layout.head(), layout.headRows(), row);
        sheet.repeatRows(row);
        row = table(sheet, layout.indicators(), layout.indicatorRows(), row);
        for (String footer : printout.footer()) {
            String text = NOTE + footer;
            sheet.rowHeight(row, lines(text, 190, SMALL_POINTS) * SMALL_POINTS * LINE_HEIGHT + 4);
            line(sheet, row++, text, SMALL_POINTS, "left").set();
        }
    }

    private static void setUpPage(Printout printout, Worksheet sheet) {
        for (int column = 0; column < FormLayout.COLUMNS; column++) {
            sheet.width(column, FormLayout.millimetres(column) / CHARACTER);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.6f);
        sheet.hideGridLines();
        sheet.footer(printout.pageNumber("&P", "&N"), Position.CENTER);
    }

    /** A text over all columns, above or below the table. */
    private static StyleSetter line(Worksheet sheet, int row, String text, int points, String alignment) {
        sheet.value(row, 0, text);
        StyleSetter style = sheet.range(row, 0, row, FormLayout.COLUMNS - 1).style();
        style.merge();
        style.fontName(FONT)
                .fontSize(points)
                .horizontalAlignment(alignment)
                .verticalAlignment("center")
                .wrapText(true);
        return style;
    }

    /** Writes a part of the form from a row on and tells the row after it. */
    private static int table(Worksheet sheet, List<Box> boxes, int rows, int from) {
        double[] heights = heights(boxes, rows);
        int[] starts = new int[rows + 1];
        starts[0] = from;
        for (int row = 0; row < rows; row++) {
            int parts = (int) Math.ceil(heights[row] / TALLEST_ROW);
            starts[row + 1] = starts[row] + parts;
            for (int part = 0; part < parts; part++) {
                sheet.rowHeight(starts[row] + part, heights[row] / parts);
            }
        }
        for (Box box : boxes) {
            int first = starts[box.row()];
            write(sheet, box.rows(first, starts[box.endRow()] - first));
        }
        return starts[rows];
    }

    private static void write(Worksheet sheet, Box box) {
        String format = null;
        PlainNumber number = box.look().isNumeric() ? PlainNumber.of(box.text()).orElse(null) : null;
        if (number != null) {
            sheet.value(box.row(), box.column(), number.value());
            format = number.format();
        } else if (!box.text().isEmpty()) {
            sheet.value(box.row(), box.column(), box.text());
            format = Injection.looksLikeFormula(box.text()) ? "@" : null;
        }
        StyleSetter style = sheet.range(box.row(), box.column(), box.endRow() - 1, box.endColumn() - 1)
                .style();
        if (box.rows() > 1 || box.columns() > 1) {
            style.merge();
        }
        style.fontName(FONT)
                .fontSize(POINTS)
                .wrapText(true)
                .verticalAlignment("center")
                .horizontalAlignment(alignment(box.look()));
        for (BorderSide side : List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)) {
            style.borderStyle(side, BorderStyle.THIN);
        }
        if (box.look() == Look.LABEL) {
            style.bold();
        } else if (box.look() == Look.MONEY) {
            style.indent(1);
        }
        if (format != null) {
            style.format(format);
        }
        style.set();
    }

    private static String alignment(Look look) {
        return switch (look) {
            case LABEL, CENTRED, FIGURE -> "center";
            case TEXT -> "left";
            case MONEY -> "right";
        };
    }

    /** The height of each row in points: spreadsheets do not fit the height of merged cells to their text. */
    private static double[] heights(List<Box> boxes, int rows) {
        double[] heights = new double[rows];
        Arrays.fill(heights, 18);
        for (Box box : boxes) {
            if (box.rows() == 1) {
                heights[box.row()] = Math.max(heights[box.row()], height(box));
            }
        }
        for (Box box : boxes) {
            double room = 0;
            for (int row = box.row(); row < box.endRow(); row++) {
                room += heights[row];
            }
            heights[box.endRow() - 1] += Math.max(0, height(box) - room);
        }
        return heights;
    }

    private static double height(Box box) {
        return lines(box.text(), FormLayout.millimetres(box) - 1, POINTS) * POINTS * LINE_HEIGHT + 6;
    }

    /** How many lines a text takes, a Chinese character being as wide as its font is high and any other a little over half of that. */
    private static int lines(String text, int millimetres, int points) {
        double room = millimetres * 72 / 25.4;
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            double width = paragraph
                            .codePoints()
                            .mapToDouble(c -> c < 0x2000 ? 0.56 : 1)
                            .sum()
                    * points;
            lines += Math.max(1, (int) Math.ceil(width / room));
        }
        return lines;
    }

    private static String uniqueName(String project, Set<String> taken) {
        String name = NOT_IN_NAMES.matcher(project).replaceAll(" ").strip();
        if (name.isEmpty() || name.startsWith("'") || name.equalsIgnoreCase("history")) {
            name = "表" + name.replace('\'', ' ');
        }
        String candidate = cut(name, LONGEST_NAME);
        for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            String suffix = " (" + n + ")";
            candidate = cut(name, LONGEST_NAME - suffix.length()) + suffix;
        }
        return candidate;
    }

    private static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
        return name.substring(0, end).stripTrailing();
    }
}
