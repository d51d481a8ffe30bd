package org.diban.indicator.format.layout;

/**
 * One box of the table, perhaps merged from several cells.
 *
 * @param row the first row, from 0
 * @param column the first column, from 0
 * @param rows how many rows it covers, from 1
 * @param columns how many columns it covers, from 1
 * @param look what stands in it
 * @param text the words; paragraphs are separated by a line feed
 */
public record Box(int row, int column, int rows, int columns, Look look, String text) {
    /** The row after the last one that the box covers. */
    public int endRow() {
        return row + rows;
    }

    /** The column after the last one that the box covers. */
    public int endColumn() {
        return column + columns;
    }

    /** The same box at other rows. */
    public Box rows(int first, int count) {
        return new Box(first, column, count, columns, look, text);
    }
}
