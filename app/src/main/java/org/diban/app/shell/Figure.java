package org.diban.app.shell;

import java.time.Instant;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a page shows it: never a naked number.
 *
 * @param value the printed value; empty when the figure is missing
 * @param unit the unit; empty for counts without one
 * @param period the period it stands for, as printed
 * @param asOf when it was computed or entered; {@code null} when it is missing
 * @param origin where it comes from
 * @param href where its rows are; {@code null} when the viewer may not see them
 */
public record Figure(
        String value,
        String unit,
        String period,
        @Nullable Instant asOf,
        Origin origin,
        @Nullable String href) {
    /** Where a figure comes from: a shape, a colour and a word. */
    public enum Origin {
        MEASURED("●", "measured", "实测", "measured"),
        ENTERED("◐", "entered", "填报", "entered"),
        MISSING("○", "missing", "缺失", "missing");

        private final String mark;
        private final String style;
        private final Text label;

        Origin(String mark, String style, String zh, String en) {
            this.mark = mark;
            this.style = style;
            this.label = new Text(zh, en);
        }

        /** The shape. */
        public String mark() {
            return mark;
        }

        /** The class in the style sheet. */
        public String style() {
            return style;
        }

        /** The word. */
        public Text label() {
            return label;
        }
    }

    public Figure {
        if ((origin == Origin.MISSING) != value.isEmpty()) {
            throw new IllegalArgumentException("a missing figure has no value, any other has one");
        }
    }
}
