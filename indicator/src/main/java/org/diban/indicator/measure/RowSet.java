package org.diban.indicator.measure;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a figure was computed from.
 *
 * @param ranges which rows, in the order in which they were read
 * @param superseded those of them that others of them correct
 * @param digest SHA-256 over the leaves in that order, each followed by one line feed: what {@code sha256sum} says of the rows as JSON Lines
 */
public record RowSet(List<RowRange> ranges, Set<FactRef> superseded, ContentDigest digest) {
    public RowSet {
        ranges = List.copyOf(ranges);
        superseded = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(superseded));
    }

    /** How many rows. */
    public long size() {
        return ranges.stream().mapToLong(RowRange::size).sum();
    }

    JsonObject json() {
        return JsonObject.builder()
                .put(
                        "ranges",
                        ranges.stream()
                                .map(r -> JsonObject.builder()
                                        .put("stream", r.stream())
                                        .put("from", r.from())
                                        .put("to", r.to())
                                        .build())
                                .toList())
                .put("superseded", superseded.stream().map(FactRef::json).toList())
                .put("digest", digest.text())
                .build();
    }

    static RowSet of(JsonObject json) {
        MeasureJson.only(json, Set.of("ranges", "superseded", "digest"));
        try {
            return new RowSet(
                    json.objects("ranges").stream()
                            .map(r -> new RowRange(r.string("stream"), r.number("from"), r.number("to")))
                            .toList(),
                    new LinkedHashSet<>(
                            json.objects("superseded").stream().map(FactRef::of).toList()),
                    ContentDigest.parse(json.string("digest")));
        } catch (IllegalArgumentException e) {
            throw new JsonException("not a set of rows: " + e.getMessage());
        }
    }

    /** Collects rows as they are read. Not safe for several threads. */
    public static final class Builder {
        private final MessageDigest sha256 = ContentDigest.newSha256();
        private final List<RowRange> ranges = new ArrayList<>();
        private final Map<String, Long> next = new HashMap<>();
        private final Set<FactRef> superseded = new LinkedHashSet<>();
        private @Nullable String stream;
        private long from;
        private long to;

        /**
         * Takes in the next row.
         *
         * @throws IllegalArgumentException if a later row of its stream was already taken in
         */
        public Builder add(Fact row) {
            if (row.seq() < next.getOrDefault(row.stream(), 0L)) {
                throw new IllegalArgumentException("rows out of order at " + row.ref());
            }
            next.put(row.stream(), row.seq() + 1);
            if (!row.stream().equals(stream) || row.seq() != to) {
                close();
                stream = row.stream();
                from = row.seq();
            }
            to = row.seq() + 1;
            if (row.corrects() != null) {
                superseded.add(row.corrects());
            }
            sha256.update(row.leaf());
            sha256.update((byte) '\n');
            return this;
        }

        private void close() {
            if (stream != null) {
                ranges.add(new RowRange(stream, from, to));
            }
        }

        /** The rows so far. To be called once. */
        public RowSet build() {
            close();
            return new RowSet(ranges, superseded, ContentDigest.of(sha256.digest()));
        }
    }
}
