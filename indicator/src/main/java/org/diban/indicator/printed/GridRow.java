package org.diban.indicator.printed;

import java.util.ArrayList;
import java.util.List;
import org.diban.kernel.problem.Location;

/**
 * One row of a table before its meaning is known.
 *
 * @param location the file and the row
 * @param cells the cells that are not empty, from left to right, each with its column
 */
public record GridRow(Location location, List<Cell> cells) {
    public GridRow {
        cells = List.copyOf(cells);
    }

    /** A row from the texts of its columns; blanks around a text are dropped, and so are empty texts. */
    public static GridRow of(Location location, List<String> columns) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = Labels.strip(columns.get(i));
            if (!text.isEmpty()) {
                cells.add(new Cell(text, location.cell(i + 1, null)));
            }
        }
        return new GridRow(location, cells);
    }
}
