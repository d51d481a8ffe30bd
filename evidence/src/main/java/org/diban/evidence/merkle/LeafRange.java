package org.diban.evidence.merkle;

/**
 * Leaves side by side.
 *
 * @param from the index of the first
 * @param to the index after the last, more than {@code from}
 */
public record LeafRange(long from, long to) {
    public LeafRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("not a range of leaves: " + from + " to " + to);
        }
    }

    /** The number of leaves. */
    public long count() {
        return to - from;
    }
}
