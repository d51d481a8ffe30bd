package org.diban.indicator.measure;

/**
 * Consecutive rows of a stream.
 *
 * @param stream the stream
 * @param from the first sequence number
 * @param to the first sequence number after the range
 */
public record RowRange(String stream, long from, long to) {
    public RowRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("an empty range of rows");
        }
    }

    public long size() {
        return to - from;
    }

    /** {@code stream#from–last}. */
    @Override
    public String toString() {
        return stream + "#" + from + (size() == 1 ? "" : "–" + (to - 1));
    }
}
