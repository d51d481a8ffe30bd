package org.diban.evidence.log;

import java.time.Instant;
import java.util.Optional;
import org.diban.evidence.Fact;
import org.diban.evidence.merkle.Hash;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/**
 * What the last fact of a batch says.
 *
 * @param size the number of leaves before it: its own leaf index
 * @param streams the number of streams, {@code log} among them
 * @param heads the root over the heads of all streams
 */
public record Seal(long size, long streams, Hash heads) {
    /** The stream of seals. */
    public static final String STREAM = "log";

    /** The kind of a seal. */
    public static final String KIND = "log.sealed";

    /** The body of the fact. */
    public JsonObject body() {
        return JsonObject.builder()
                .put("heads", heads.base64())
                .put("size", size)
                .put("streams", streams)
                .build();
    }

    /**
     * The fact.
     *
     * @param seq its place in stream {@code log}
     * @param at when, in whole milliseconds
     * @param by the part of the system that seals
     */
    public Fact fact(long seq, Instant at, String by) {
        return new Fact(STREAM, seq, at, by, KIND, body(), null);
    }

    /** Reads a seal; nothing if the fact is none. */
    public static Optional<Seal> of(Fact fact) {
        if (!fact.stream().equals(STREAM) || !fact.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            Seal seal = new Seal(
                    fact.body().number("size"),
                    fact.body().number("streams"),
                    Hash.ofBase64(fact.body().string("heads")));
            return Optional.of(seal).filter(s -> s.body().equals(fact.body()));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
