package org.diban.app.performance;

/**
 * What stands behind the figures of a form, or of several.
 *
 * @param measured figures that a system computed from rows
 * @param entered figures that a person entered with files
 * @param missing figures with nothing behind them, and indicators without a figure
 */
public record Coverage(int measured, int entered, int missing) {
    /** Nothing at all. */
    public static final Coverage NONE = new Coverage(0, 0, 0);

    /** The number of indicators. */
    public int indicators() {
        return measured + entered + missing;
    }

    public Coverage plus(Coverage other) {
        return new Coverage(measured + other.measured, entered + other.entered, missing + other.missing);
    }
}
