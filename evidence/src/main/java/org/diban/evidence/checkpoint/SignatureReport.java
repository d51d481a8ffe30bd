package org.diban.evidence.checkpoint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signatures of a checkpoint are worth to one verifier.
 *
 * @param lines one for each signature, in order
 * @param quorum how many witnesses were asked for
 */
public record SignatureReport(List<Line> lines, int quorum) {
    public SignatureReport {
        lines = List.copyOf(lines);
    }

    /** Whether a trusted key of the log signed, and no signature that claims a trusted key is wrong. */
    public boolean signed() {
        return lines.stream().anyMatch(l -> l.signer == Signer.LOG && l.outcome == Outcome.VALID)
                && lines.stream().noneMatch(l -> l.outcome == Outcome.INVALID);
    }

    /** The number of different trusted witnesses that signed. */
    public int witnesses() {
        return (int) lines.stream()
                .filter(l -> l.signer == Signer.WITNESS && l.outcome == Outcome.VALID)
                .map(Line::key)
                .distinct()
                .count();
    }

    /** Whether the log signed and enough witnesses did. */
    public boolean trusted() {
        return signed() && witnesses() >= quorum;
    }

    /**
     * One signature.
     *
     * @param name the name on the line
     * @param signer whose key it is
     * @param outcome whether it holds
     * @param key the trusted key; {@code null} when unknown
     * @param at when the witness signed; {@code null} for a log's signature and one that does not hold
     */
    public record Line(
            String name,
            Signer signer,
            Outcome outcome,
            @Nullable VerifierKey key,
            @Nullable Instant at) {
        static Line unknown(NoteSignature signature) {
            return new Line(signature.name(), Signer.UNKNOWN, Outcome.NOT_VERIFIED, null, null);
        }
    }

    /** Who made a signature. */
    public enum Signer {
        LOG,
        WITNESS,
        UNKNOWN
    }

    /** Whether a signature holds. */
    public enum Outcome {
        VALID,
        INVALID,
        /** The key is not among the trusted ones. */
        NOT_VERIFIED
    }
}
