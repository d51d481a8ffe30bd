package org.diban.kernel.number;

import java.math.RoundingMode;

/** The direction in which a figure is cut to its printed digits. Part of a measure's definition, never of a printer. */
public enum Rounding {
    /** Towards zero; what the forms use for the execution rate. Against the reporter where more is better. */
    TRUNCATE(RoundingMode.DOWN),
    /** To the nearest, halves away from zero; what the forms use for scores. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Away from zero. Against the reporter where less is better. */
    UP(RoundingMode.UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
