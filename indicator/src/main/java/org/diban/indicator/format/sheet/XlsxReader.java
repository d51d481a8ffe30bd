package org.diban.indicator.format.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.GridReader;
import org.diban.indicator.printed.GridRow;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedForms;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of an XLSX workbook.
 *
 * <p>All visible sheets are read one after the other. Problems name the sheet in the file's name, as in {@code forms.xlsx[Sheet1]}, and
 * the row and column of the cell. A number is taken as its number format shows it; amounts, weights, rates and scores that show
 * fewer than two decimals get two. A formula counts as its saved result.
 */
public final class XlsxReader {
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>");

    /** How many bytes tell a workbook from another file. */
    private static final int HEADER = 8;

    private final SheetLimits limits;

    /** A reader with its limits. */
    public XlsxReader(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a workbook. Reads at most one byte more than the limit; holds the bytes, the rows and the forms in memory.
     *
     * @param in the bytes; not closed
     * @param file the name a person knows the file by
     * @throws IOException if the bytes cannot be read
     */
    public SheetForms read(InputStream in, String file) throws IOException {
        Location source = Location.file(file);
        byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
        if (bytes.length > limits.fileBytes()) {
            return SheetForms.refused(SheetProblem.TOO_LARGE.at(source, limits.fileBytes() / (1024 * 1024)));
        }
        if (bytes.length < HEADER) {
            return SheetForms.refused(SheetProblem.NOT_XLSX.at(source));
        }
        if (ReadableWorkbook.isOLE2Header(bytes)) {
            return SheetForms.refused(SheetProblem.OLD_OR_ENCRYPTED.at(source));
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(bytes)) {
            return SheetForms.refused(SheetProblem.NOT_XLSX.at(source));
        }
        Optional<Problem> refusal = new Inspection(limits, source).inspect(bytes);
        return refusal.map(SheetForms::refused).orElseGet(() -> new Reading(file).read(bytes));
    }

    /** One reading of one workbook. */
    private static final class Reading {
        private final String file;
        private final List<GridRow> rows = new ArrayList<>();
        private final Set<Location> numbers = new HashSet<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();

        Reading(String file) {
            this.file = file;
        }

        SheetForms read(byte[] bytes) {
            try {
                readRows(bytes);
            } catch (IOException | RuntimeException e) {
                // The library throws whatever a broken part makes it stumble over; none of it tells a person more than
                // this.
                return SheetForms.refused(SheetProblem.DAMAGED.at(Location.file(file)));
            }
            PrintedForms read = GridReader.read(Location.file(file), rows.iterator());
            List<PrintedForm> forms = read.forms().stream().map(this::completed).toList();
            forms.forEach(this::noteMarkup);
            problems.addAll(read.problems());
            return new SheetForms(new PrintedForms(forms, problems), notes);
        }

        private void readRows(byte[] bytes) throws IOException {
            try (ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
                for (Sheet sheet : workbook.getSheets().toList()) {
                    Location place = Location.file(file + "[" + sheet.getName() + "]");
                    if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                        notes.add(SheetProblem.HIDDEN_SHEET.at(place));
                        continue;
                    }
                    try (Stream<Row> stream = sheet.openStream()) {
                        stream.forEach(row -> add(row, place.line(row.getRowNum())));
                    }
                }
            }
        }

        private void add(Row row, Location place) {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < row.getCellCount(); column++) {
                org.dhatim.fastexcel.reader.Cell cell = row.getCell(column);
                texts.add(cell == null ? "" : text(cell, place.cell(column + 1, null)));
            }
            GridRow gridRow = GridRow.of(place, texts);
            boolean mark = gridRow.cells().size() == 1
                    && Printout.isDraftMark(gridRow.cells().getFirst().text());
            if (!mark) {
                rows.add(gridRow);
            }
        }

        private String text(org.dhatim.fastexcel.reader.Cell cell, Location place) {
            String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
            return switch (cell.getType()) {
                case EMPTY -> "";
                case STRING -> cell.asString();
                case BOOLEAN -> raw.equals("1") ? "TRUE" : "FALSE";
                case NUMBER -> number(raw, cell.getDataFormatString(), place);
                case ERROR -> {
                    problems.add(SheetProblem.ERROR_VALUE.at(place, raw));
                    yield "";
                }
                case FORMULA -> formula(cell, raw, place);
            };
        }

        private String number(String raw, @Nullable String format, Location place) {
            numbers.add(place);
            return NumberText.of(raw, format);
        }

        private String formula(org.dhatim.fastexcel.reader.Cell cell, String raw, Location place) {
            String formula = shortened(cell.getFormula() == null ? "" : cell.getFormula());
            if (raw.isEmpty()) {
                problems.add(SheetProblem.FORMULA_WITHOUT_VALUE.at(place, formula));
                return "";
            }
            if (raw.startsWith("#")) {
                problems.add(SheetProblem.ERROR_VALUE.at(place, shortened(raw)));
                return "";
            }
            boolean isNumber = raw.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
            String text = isNumber ? number(raw, cell.getDataFormatString(), place) : raw;
            notes.add(SheetProblem.FORMULA.at(place, formula, shortened(text)));
            return text;
        }

        /** The form with two decimals wherever the official form has them and a number of the workbook shows fewer. */
        private PrintedForm completed(PrintedForm form) {
            UnaryOperator<Cell> complete =
                    cell -> isNumber(cell) ? new Cell(NumberText.withTwoDecimals(cell.text()), cell.location()) : cell;
            return new PrintedForm(
                    form.location(),
                    form.year(),
                    form.project(),
                    form.department(),
                    form.unit(),
                    form.expectedGoals(),
                    form.actualGoals(),
                    form.funds().stream().map(fund -> completed(fund, complete)).toList(),
                    form.indicators().stream()
                            .map(row -> completed(row, complete))
                            .toList(),
                    complete.apply(form.totalWeight()),
                    complete.apply(form.totalScore()),
                    form.grade());
        }

        private boolean isNumber(Cell cell) {
            return numbers.contains(cell.location().cell(cell.location().column(), null));
        }

        private static PrintedFund completed(PrintedFund fund, UnaryOperator<Cell> complete) {
            return new PrintedFund(
                    fund.source(),
                    fund.label(),
                    complete.apply(fund.initialBudget()),
                    complete.apply(fund.annualBudget()),
                    complete.apply(fund.executed()),
                    complete.apply(fund.weight()),
                    complete.apply(fund.rate()),
                    complete.apply(fund.score()));
        }

        private static PrintedIndicator completed(PrintedIndicator row, UnaryOperator<Cell> complete) {
            return new PrintedIndicator(
                    row.level1(),
                    row.level2(),
                    row.level3(),
                    row.target(),
                    row.actual(),
                    complete.apply(row.weight()),
                    complete.apply(row.score()),
                    row.explanation());
        }

        /** Goals may hold mark-up, which has a meaning there; nothing else may. */
        private void noteMarkup(PrintedForm form) {
            Stream<Cell> cells = Stream.concat(
                    Stream.of(form.project(), form.department(), form.unit()),
                    form.indicators().stream()
                            .flatMap(row -> Stream.of(row.level3(), row.target(), row.actual(), row.explanation())));
            cells.filter(cell -> TAG.matcher(cell.text()).find())
                    .forEach(cell -> notes.add(SheetProblem.MARKUP.at(cell.location(), shortened(cell.text()))));
        }

        private static String shortened(String text) {
            return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
        }
    }
}
