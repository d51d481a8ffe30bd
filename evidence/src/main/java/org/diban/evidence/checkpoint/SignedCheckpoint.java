package org.diban.evidence.checkpoint;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with the signatures it has gathered. That it exists says nothing; {@link Trust#judge} says whether it may be believed.
 *
 * @param checkpoint what the text says
 * @param note the text and its signatures
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    public SignedCheckpoint {
        if (!checkpoint.text().equals(note.text())) {
            throw new IllegalArgumentException("the note is not of this checkpoint");
        }
    }

    /**
     * Signs a checkpoint as the log.
     *
     * @param key has the checkpoint's origin as its name
     */
    public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key, SecureRandom random) {
        if (!key.verifierKey().name().equals(checkpoint.origin())) {
            throw new IllegalArgumentException("a log's key has the log's name");
        }
        return new SignedCheckpoint(
                checkpoint, new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text(), random))));
    }

    /** Reads a note; nothing if the bytes are not a note whose text is a checkpoint. */
    public static Optional<SignedCheckpoint> parse(byte[] utf8) {
        return SignedNote.parse(utf8)
                .flatMap(note -> Checkpoint.parse(note.text()).map(c -> new SignedCheckpoint(c, note)));
    }

    /** The same checkpoint with one signature more. */
    public SignedCheckpoint with(NoteSignature signature) {
        return new SignedCheckpoint(checkpoint, note.with(signature));
    }
}
