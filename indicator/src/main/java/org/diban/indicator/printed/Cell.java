package org.diban.indicator.printed;

import org.diban.kernel.problem.Location;

/**
 * The text of one cell.
 *
 * @param text the text without outer blanks; empty for an empty cell. Mark-up is kept as it was read.
 * @param location where it was read; {@link Location#NOWHERE} for a rendered cell
 */
public record Cell(String text, Location location) {
    /** A cell that was rendered, not read. */
    public static Cell of(String text) {
        return new Cell(text, Location.NOWHERE);
    }

    /** The same cell under the label of its column or row. */
    Cell named(String field) {
        return new Cell(text, location.cell(location.column(), field));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
