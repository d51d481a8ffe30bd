package org.diban.app.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;

/** What is in the log, for those who browse it. It does not ask who looks: callers name the realms that may be seen. */
public interface LogCatalogue {
    /** How many of the newest facts of a stream are searched for a kind. */
    int KIND_WINDOW = 100_000;

    /** The log in numbers. O(streams). */
    Totals totals();

    /** The number of streams that a filter lets through. */
    long countStreams(StreamFilter filter);

    /** Streams that a filter lets through. */
    List<StreamState> streams(StreamFilter filter, StreamOrder order, boolean descending, long offset, int limit);

    /** A stream, or nothing. */
    Optional<StreamState> stream(String name);

    /** The kinds among the newest {@value #KIND_WINDOW} facts of a stream, sorted. */
    List<String> kinds(String stream);

    /** How many facts a stream has; with a kind, how many of that kind are among the newest {@value #KIND_WINDOW}. */
    long countFacts(String stream, @Nullable String kind);

    /** Facts of a stream by number; with a kind, those of that kind among the newest {@value #KIND_WINDOW}. */
    List<Fact> facts(String stream, @Nullable String kind, boolean descending, long offset, int limit);

    /** The facts that correct a fact, in order. O(corrections of its stream). */
    List<FactRef> corrections(FactRef old);

    /** The smallest checkpoint that covers a leaf; nothing while there is none. */
    Optional<SealedLog.Sealed> sealedBy(long leafIndex);

    /** The number of checkpoints. */
    long countCheckpoints();

    /** Checkpoints by size. */
    List<SealedLog.Sealed> checkpoints(boolean descending, long offset, int limit);

    /** For each of the days, in order, how many leaves were sealed on it, in the district's time. */
    List<SealedDay> sealedByDay(LocalDate from, LocalDate through);

    /** All keys whose signatures count or counted. */
    List<RegisteredKey> keys();

    /**
     * The log in numbers.
     *
     * @param streams how many streams there are
     * @param recorded how many facts, the seals among them
     * @param sealed how many of them have their place in the tree
     * @param checkpoints how many checkpoints were signed
     */
    record Totals(long streams, long recorded, long sealed, long checkpoints) {
        /** How many facts wait for the next sealing. */
        public long waiting() {
            return recorded - sealed;
        }
    }

    /**
     * Which streams are meant.
     *
     * @param text part of the name; empty for all
     * @param realms the realms they belong to
     */
    record StreamFilter(String text, Set<StreamRealm> realms) {

        public StreamFilter {
            realms = Set.copyOf(realms);
        }
    }

    /** What streams can be sorted by. */
    enum StreamOrder {
        NAME,
        LENGTH,
        WAITING
    }

    /**
     * A stream.
     *
     * @param name its name
     * @param length the number of its facts
     * @param sealed the number of those that have their place in the tree, the first ones
     * @param lastAt when the newest was recorded
     */
    record StreamState(
            String name, long length, long sealed, @Nullable Instant lastAt) {
        /** How many facts wait for the next sealing. */
        public long waiting() {
            return length - sealed;
        }
    }

    /**
     * What was sealed on one day.
     *
     * @param day the day
     * @param leaves how many leaves the tree grew by
     */
    record SealedDay(LocalDate day, long leaves) {}

    /**
     * A key whose signatures count or counted.
     *
     * @param key the public key
     * @param witness whether it is a witness's; else it is this log's own
     * @param added since when it counts
     * @param retired since when nothing new is signed with it; {@code null} while it is in use
     */
    record RegisteredKey(
            VerifierKey key,
            boolean witness,
            Instant added,
            @Nullable Instant retired) {}
}
