package org.diban.evidence.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that a verifier trusts and the number of witnesses it asks for.
 *
 * @param keys keys of logs and of witnesses, told apart by their types
 * @param quorum how many different witnesses must have signed; 0 when none is asked for
 */
public record Trust(List<VerifierKey> keys, int quorum) {
    public Trust {
        keys = List.copyOf(keys);
    }

    /**
     * Verifies the signatures of a checkpoint. Lines of unknown keys are reported and do no harm; a line that claims a trusted key and is
     * not its signature spoils the whole.
     */
    public SignatureReport judge(SignedCheckpoint checkpoint) {
        byte[] text = checkpoint.note().textBytes();
        List<SignatureReport.Line> lines = new ArrayList<>();
        for (NoteSignature signature : checkpoint.note().signatures()) {
            lines.add(keys.stream()
                    .filter(key -> key.made(signature))
                    .findFirst()
                    .map(key -> line(checkpoint.checkpoint(), text, key, signature))
                    .orElseGet(() -> SignatureReport.Line.unknown(signature)));
        }
        return new SignatureReport(lines, quorum);
    }

    /** Whether the line is a trusted log's signature over a text other than a checkpoint. A witness vouches for checkpoints only. */
    public boolean signed(String text, NoteSignature signature) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return keys.stream().anyMatch(key -> !key.type().cosignature() && key.verifies(bytes, signature));
    }

    private static SignatureReport.Line line(
            Checkpoint checkpoint, byte[] text, VerifierKey key, NoteSignature signature) {
        boolean witness = key.type().cosignature();
        boolean valid = key.verifies(text, signature) && (witness || key.name().equals(checkpoint.origin()));
        SignatureReport.Outcome outcome = valid ? SignatureReport.Outcome.VALID : SignatureReport.Outcome.INVALID;
        return new SignatureReport.Line(
                signature.name(),
                witness ? SignatureReport.Signer.WITNESS : SignatureReport.Signer.LOG,
                outcome,
                key,
                valid ? key.time(signature).orElse(null) : null);
    }
}
