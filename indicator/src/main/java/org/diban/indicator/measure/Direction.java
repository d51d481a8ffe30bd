package org.diban.indicator.measure;

import org.diban.kernel.number.Rounding;

/** Which way a figure gets better. */
public enum Direction {
    /** The larger the better, for example availability. */
    MORE_IS_BETTER(Rounding.TRUNCATE),
    /** The smaller the better, for example packet loss. */
    LESS_IS_BETTER(Rounding.UP);

    private final Rounding againstReporter;

    Direction(Rounding againstReporter) {
        this.againstReporter = againstReporter;
    }

    /** The rounding that never makes a figure look better than it is. */
    public Rounding againstReporter() {
        return againstReporter;
    }

    /** Whether {@code comparison}, the sign of (now − before), is an improvement. */
    boolean improves(int comparison) {
        return this == MORE_IS_BETTER ? comparison > 0 : comparison < 0;
    }
}
