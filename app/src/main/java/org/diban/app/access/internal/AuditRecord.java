package org.diban.app.access.internal;

import java.time.Instant;

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
        DONE,
        DENIED,
        FAILED
    }
}
