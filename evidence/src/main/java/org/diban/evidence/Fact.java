package org.diban.evidence;

import java.time.Instant;
import java.util.regex.Pattern;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it was recorded: a leaf of the evidence log.
 *
 * <p>The leaf's bytes are the canonical JSON of the members below; {@code corrects} is left out when {@code null}. A fact is
 * never changed. A correction is a new fact, in the same stream, that names the old one.
 *
 * @param stream the series the fact belongs to, for example {@code form/frm_…}: lower-case letters, digits and {@code ._/-}, at
 *     most 120 characters
 * @param seq the place in the stream, from 0, without gaps
 * @param at when it was recorded, in whole milliseconds: the server's clock, not the author's
 * @param by the identifier of the person, token or part of the system that recorded it; never a name
 * @param kind what happened, for example {@code figure.entered}; it fixes the schema of {@code body}
 * @param body the particulars; personal data only as salted commitments
 * @param corrects the fact that this one takes the place of
 */
public record Fact(
        String stream,
        long seq,
        Instant at,
        String by,
        String kind,
        JsonObject body,
        @Nullable FactRef corrects) {
    private static final Pattern STREAM = Pattern.compile("[a-z][a-z0-9._/-]{0,119}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    public Fact {
        if (!STREAM.matcher(stream).matches()) {
            throw new IllegalArgumentException("not a stream name: " + stream);
        }
        if (!KIND.matcher(kind).matches() || kind.length() > 60) {
            throw new IllegalArgumentException("not a kind of fact: " + kind);
        }
        if (seq < 0) {
            throw new IllegalArgumentException("negative sequence number");
        }
        if (at.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException("an instant finer than a millisecond");
        }
    }

    /** The name by which other facts and figures refer to this one. */
    public FactRef ref() {
        return new FactRef(stream, seq);
    }

    /** The members of the leaf. */
    public JsonObject json() {
        JsonObject.Builder out = JsonObject.builder()
                .put("stream", stream)
                .put("seq", seq)
                .put("at", at.toString())
                .put("by", by)
                .put("kind", kind)
                .put("body", body);
        if (corrects != null) {
            out.put("corrects", corrects.json());
        }
        return out.build();
    }

    /** The bytes of the leaf: what is hashed. */
    public byte[] leaf() {
        return json().canonicalBytes();
    }

    /**
     * Reads the bytes of a leaf back.
     *
     * @throws org.diban.kernel.json.JsonException if they are not a fact
     */
    public static Fact parse(byte[] leaf) {
        JsonObject json = JsonReader.readObject(leaf);
        JsonObject corrects = json.objectOrNull("corrects");
        return new Fact(
                json.string("stream"),
                json.number("seq"),
                Instant.parse(json.string("at")),
                json.string("by"),
                json.string("kind"),
                json.object("body"),
                corrects == null ? null : FactRef.of(corrects));
    }
}
