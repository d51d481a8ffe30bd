package org.diban.app.access.internal;

import java.time.Instant;
import org.diban.kernel.problem.Text;

/**
 * A line of the audit.
 *
 * @param seq its number in its stream
 * @param person the identifier of who acted; {@code nobody} before signing in, {@code system} for the installation itself
 * @param name their name, or the identifier where there is none
 * @param address where they sat, or the digest of it when it has been forgotten
 */
public record AuditRecord(
        String stream,
        long seq,
        Instant at,
        String person,
        String name,
        String action,
        String object,
        Result result,
        String address) {
    /** How it ended. */
    public enum Result {
        DONE("完成", "Done", ""),
        DENIED("拒绝", "Denied", "bad"),
        FAILED("失败", "Failed", "soon");

        private final Text label;
        private final String style;

        Result(String zh, String en, String style) {
            this.label = new Text(zh, en);
            this.style = style;
        }

        /** The word people read. */
        public Text label() {
            return label;
        }

        /** The class of its tag in the style sheet. */
        public String style() {
            return style;
        }
    }
}
