package org.diban.app.evidence;

/** What a stream is about, and so who may look at it. Follows from its name. */
public enum StreamRealm {
    /** The stream {@code log}: the seals, which count the other streams. */
    LOG,
    /** The streams {@code audit/…}: who did what. */
    AUDIT,
    /** All others: the facts of the features. */
    BUSINESS;

    /** The realm of a stream. */
    public static StreamRealm of(String stream) {
        if (stream.equals("log")) {
            return LOG;
        }
        return stream.startsWith("audit/") ? AUDIT : BUSINESS;
    }
}
