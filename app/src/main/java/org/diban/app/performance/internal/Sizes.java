package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes of files as people read them, in powers of ten. */
final class Sizes {
    private Sizes() {}

    /** {@code 950 B}, {@code 1.2 kB}, {@code 3.4 MB}. */
    static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        boolean mega = bytes >= 1_000_000;
        return BigDecimal.valueOf(bytes).movePointLeft(mega ? 6 : 3).setScale(1, RoundingMode.HALF_UP)
                + (mega ? " MB" : " kB");
    }
}
