package org.diban.evidence.checkpoint;

import java.util.Optional;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;

/**
 * What a log says about itself at one moment: C2SP tlog-checkpoint with the extension line {@code hash sha256} or {@code hash sm3}.
 *
 * @param origin the log's name, for example {@code putuo.example/evidence}; no blanks and no plus sign
 * @param size the number of leaves
 * @param root the root over them
 * @param algorithm the hash of the tree
 */
public record Checkpoint(String origin, long size, Hash root, HashAlgorithm algorithm) {
    private static final String HASH = "hash ";

    public Checkpoint {
        if (!VerifierKey.isName(origin)) {
            throw new IllegalArgumentException("not a log's name: " + origin);
        }
        if (size < 0) {
            throw new IllegalArgumentException("negative size");
        }
    }

    /** Reads the text of a note; nothing if it is not exactly such a checkpoint. */
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[4].isEmpty() || !lines[3].startsWith(HASH)) {
            return Optional.empty();
        }
        Optional<HashAlgorithm> algorithm = HashAlgorithm.of(lines[3].substring(HASH.length()));
        if (algorithm.isEmpty() || !VerifierKey.isName(lines[0]) || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]), algorithm.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text that is signed: four lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n" + HASH + algorithm.id() + "\n";
    }
}
