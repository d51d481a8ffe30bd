package org.diban.kernel.json;

/** The end of reading a text that is not JSON of the narrow space, or a document that does not follow its schema. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /** A document that does not follow its schema. */
    public JsonException(String message) {
        this(message, 0, 0);
    }

    JsonException(String message, int line, int column) {
        super(line == 0 ? message : message + " at line " + line + ", column " + column);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1; 0 when unknown. */
    public int column() {
        return column;
    }
}
