package org.diban.kernel.problem;

import org.jspecify.annotations.Nullable;

/**
 * A place in an input: a file, a line and a column, as far as they are known.
 *
 * @param file the name a person knows the file by; {@code null} when there is none. Never a path of the server.
 * @param line the line or row, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown. In a table it is the number of the cell, not of the character.
 * @param field the name of the field or cell, as printed; {@code null} when there is none
 */
public record Location(
        @Nullable String file,
        int line,
        int column,
        @Nullable String field) {
    /** No place at all. */
    public static final Location NOWHERE = new Location(null, 0, 0, null);

    public Location {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative line or column");
        }
    }

    /** The file as a whole. */
    public static Location file(String file) {
        return new Location(file, 0, 0, null);
    }

    /** The same file, at a line. */
    public Location line(int line) {
        return new Location(file, line, 0, null);
    }

    /** The same line, at a cell. */
    public Location cell(int column, @Nullable String field) {
        return new Location(file, line, column, field);
    }

    /** {@code file:line:column (field)}, leaving out what is unknown; empty for {@link #NOWHERE}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        if (file != null) {
            out.append(file);
        }
        if (line > 0) {
            out.append(out.isEmpty() ? "" : ":").append(line);
            if (column > 0) {
                out.append(':').append(column);
            }
        }
        if (field != null) {
            out.append(out.isEmpty() ? "" : " ").append('(').append(field).append(')');
        }
        return out.toString();
    }
}
