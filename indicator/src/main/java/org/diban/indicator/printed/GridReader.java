package org.diban.indicator.printed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Finds the forms in the rows of a text file or a spreadsheet.
 *
 * <p>Parts are recognised by their labels, never by the number of a column: empty cells may be more or fewer, a row may be shifted
 * against its heading, blank rows may stand anywhere. A form begins with its title or, where that is missing, with 项目名称, and ends
 * with the next one. A form that lacks a part, or has a row whose cells cannot be told apart, is not returned; a problem says which
 * row and what to do, and the other forms of the input are still read.
 */
public final class GridReader {
    /** The most forms that one input may hold. */
    public static final int MAX_FORMS = 100_000;

    private static final int MAX_TITLE = 40;
    private static final Pattern YEAR = Pattern.compile("\\(?[0-9]{4}年度?\\)?");

    private final List<PrintedForm> forms = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable FormAssembly open;

    private GridReader() {}

    /**
     * Reads rows until they end. Takes time and memory in proportion to them.
     *
     * @param source where the rows come from, for problems that have no row
     */
    public static PrintedForms read(Location source, Iterator<GridRow> rows) {
        GridReader reader = new GridReader();
        while (rows.hasNext()) {
            GridRow row = rows.next();
            if (!row.cells().isEmpty()) {
                reader.take(row);
            }
            if (reader.forms.size() > MAX_FORMS) {
                return new PrintedForms(List.of(), List.of(FormProblem.TOO_MANY_FORMS.at(source, MAX_FORMS)));
            }
        }
        reader.close();
        if (reader.forms.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(FormProblem.NO_FORM.at(source));
        }
        return new PrintedForms(reader.forms, reader.problems);
    }

    private void take(GridRow row) {
        Cell first = row.cells().getFirst();
        String label = Labels.compact(first.text());
        boolean alone = row.cells().size() == 1;
        FormAssembly form = open;
        if (alone && label.length() <= MAX_TITLE && label.endsWith(Labels.TITLE)) {
            begin(row.location());
        } else if (label.equals(Labels.PROJECT) && (form == null || form.hasProject())) {
            begin(row.location()).take(row, label);
        } else if (alone
                && form != null
                && form.isComplete()
                && YEAR.matcher(label).matches()) {
            begin(row.location()).take(row, label);
        } else if (form != null) {
            form.take(row, label);
        } else if (!Labels.NOTE.matcher(label).matches()) {
            problems.add(FormProblem.STRAY_ROW.at(first.location(), FormAssembly.shortened(first.text())));
        }
    }

    private FormAssembly begin(Location location) {
        close();
        FormAssembly form = new FormAssembly(location);
        open = form;
        return form;
    }

    private void close() {
        if (open != null) {
            open.finish(forms, problems);
            open = null;
        }
    }
}
