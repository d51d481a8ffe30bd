package org.diban.app.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot and the table behind it; the browser draws the plot from the table.
 *
 * @param name the file name of its exports, ASCII
 * @param title the heading
 * @param axis what stands along the bottom, with its unit where it has one
 * @param series what is drawn; all share the unit
 * @param unit the unit of the values, as printed on the axis
 * @param rows one per place on the axis
 * @param target the value that should be reached, as a decimal, or several with commas between them; {@code null} for none
 */
public record Plot(
        String name,
        String title,
        String axis,
        List<Series> series,
        String unit,
        List<Row> rows,
        @Nullable String target) {
    /**
     * A line or a row of bars.
     *
     * @param label its name
     * @param bars whether it is drawn as bars; several series of bars are stacked
     * @param origin whose colour it takes, for a series that counts figures of one origin; {@code null} for the next colour of the theme
     */
    public record Series(String label, boolean bars, Figure.@Nullable Origin origin) {
        /** A series in the next colour of the theme. */
        public Series(String label, boolean bars) {
            this(label, bars, null);
        }
    }

    /**
     * A place on the axis.
     *
     * @param label its name
     * @param values the decimals of the series, empty where there is none: a gap stays a gap
     */
    public record Row(String label, List<String> values) {}

    public Plot {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values().size() != series.size()) {
                throw new IllegalArgumentException("a row needs one value per series: " + row.label());
            }
        }
    }
}
