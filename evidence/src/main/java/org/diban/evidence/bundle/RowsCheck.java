package org.diban.evidence.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.log.Seal;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.LeafRange;
import org.diban.evidence.merkle.SubsetRoot;
import org.diban.evidence.merkle.TreeHasher;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The pass over the rows of a bundle: they give the root of the checkpoint, they are facts, they end with the seal. */
final class RowsCheck {
    private final BundleFile bundle;
    private final Checkpoint checkpoint;
    private final BundleLimits limits;
    private final Map<String, Run> streams = new HashMap<>();
    private @Nullable Fact last;
    private long rows;

    RowsCheck(BundleFile bundle, Checkpoint checkpoint, BundleLimits limits) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
        this.limits = limits;
    }

    /**
     * Reads all rows.
     *
     * @throws org.diban.kernel.problem.ProblemException EVID-10xx if they are not whole or do not stand in the log
     */
    void run(ClaimsVerifier.Session claims) throws IOException {
        try (EntryInput rowsEntry = bundle.open(Layout.ROWS);
                EntryInput rangesEntry = bundle.open(Layout.RANGES);
                EntryInput proofEntry = bundle.open(Layout.PROOF)) {
            Lines lines = new Lines(rowsEntry, limits.rowBytes());
            TreeHasher hasher = checkpoint.algorithm().treeHasher();
            SubsetRoot subset = new SubsetRoot(
                    checkpoint.algorithm(), checkpoint.size(), new Ranges(rangesEntry), new Hashes(proofEntry));
            while (subset.hasNext()) {
                byte[] leaf = lines.next();
                if (leaf == null) {
                    throw BundleProblem.ROWS_NOT_IN_LOG.exception();
                }
                Fact fact = fact(leaf, lines.count());
                claims.row(subset.next(), fact);
                subset.leaf(hasher.leaf(leaf));
                last = fact;
            }
            boolean more = lines.next() != null;
            rows = lines.count();
            rowsEntry.verify();
            rangesEntry.verify();
            proofEntry.verify();
            if (more || !subset.root().equals(Optional.of(checkpoint.root()))) {
                throw BundleProblem.ROWS_NOT_IN_LOG.exception();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Fact fact(byte[] leaf, long line) {
        Fact fact;
        try {
            fact = Fact.parse(leaf);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            throw BundleProblem.ROW_UNREADABLE.exception(line, String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(fact.leaf(), leaf)) {
            throw BundleProblem.ROW_UNREADABLE.exception(line, "not canonical");
        }
        Run run = streams.computeIfAbsent(fact.stream(), name -> new Run());
        if (fact.seq() <= run.last) {
            throw BundleProblem.SEQ_WRONG.exception(line, fact.stream(), run.last, fact.seq());
        }
        run.last = fact.seq();
        if (fact.seq() == run.dense) {
            run.dense++;
        }
        return fact;
    }

    /** The number of rows read. */
    long rows() {
        return rows;
    }

    /** The seal that the last row is, right before the checkpoint; nothing when it is none. */
    Optional<Seal> seal() {
        return Optional.ofNullable(last).flatMap(Seal::of).filter(seal -> seal.size() == checkpoint.size() - 1);
    }

    /** Why the rows of a stream are not all that the log has; nothing when they are. */
    Optional<Problem> incomplete(StreamHead head) {
        Run run = streams.getOrDefault(head.stream(), new Run());
        return run.dense == head.next() && run.last == head.next() - 1
                ? Optional.empty()
                : Optional.of(BundleProblem.STREAM_INCOMPLETE.problem(head.stream(), head.next(), run.dense));
    }

    /** What was seen of a stream. */
    private static final class Run {
        /** The sequence number last seen. */
        private long last = -1;

        /** How many facts were seen without a gap, from the first. */
        private long dense;
    }

    /** The places of the rows: on each line the first index and the one after the last. */
    private static final class Ranges implements Iterator<LeafRange> {
        private static final int LONGEST = 40;

        private final Lines lines;
        private byte @Nullable [] line;
        private long end = -1;

        private Ranges(EntryInput entry) {
            lines = new Lines(entry, LONGEST);
            advance();
        }

        @Override
        public boolean hasNext() {
            return line != null;
        }

        @Override
        public LeafRange next() {
            byte[] bytes = line;
            if (bytes == null) {
                throw new NoSuchElementException();
            }
            LeafRange range = parse(new String(bytes, StandardCharsets.US_ASCII));
            if (range.from() <= end) {
                throw unreadable();
            }
            end = range.to();
            advance();
            return range;
        }

        private LeafRange parse(String text) {
            int blank = text.indexOf(' ');
            try {
                LeafRange range = new LeafRange(
                        Long.parseLong(text.substring(0, Math.max(0, blank))),
                        Long.parseLong(text.substring(blank + 1)));
                if ((range.from() + " " + range.to()).equals(text)) {
                    return range;
                }
            } catch (IllegalArgumentException e) {
                throw unreadable();
            }
            throw unreadable();
        }

        private RuntimeException unreadable() {
            return BundleProblem.ENTRY_UNREADABLE.exception(Layout.RANGES, "line " + lines.count());
        }

        private void advance() {
            try {
                line = lines.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The hashes of the proof, 32 bytes each. */
    private static final class Hashes implements Iterator<Hash> {
        private final EntryInput entry;
        private final byte[] buffer = new byte[Hash.BYTES << 10];
        private int at;
        private int length;

        private Hashes(EntryInput entry) {
            this.entry = entry;
        }

        @Override
        public boolean hasNext() {
            if (at == length) {
                at = 0;
                try {
                    length = entry.readNBytes(buffer, 0, buffer.length);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (length % Hash.BYTES != 0) {
                    throw BundleProblem.ENTRY_UNREADABLE.exception(Layout.PROOF, "not whole hashes");
                }
            }
            return at < length;
        }

        @Override
        public Hash next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            at += Hash.BYTES;
            return Hash.at(buffer, at - Hash.BYTES);
        }
    }
}
