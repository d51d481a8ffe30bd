package org.diban.cli.terminal;

/** How a command ends; the numbers are part of the interface. */
public enum Exit {
    /** Everything is as it should be. */
    OK(0),
    /** Done, and there is something to look at: findings, differences, a figure that is not proved. */
    FINDINGS(1),
    /** The command itself is wrong. */
    USAGE(2),
    /** The input cannot be used. */
    BAD_INPUT(3),
    /** A file or server could not be reached, read or written. */
    IO(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The exit status of the process. */
    public int code() {
        return code;
    }
}
