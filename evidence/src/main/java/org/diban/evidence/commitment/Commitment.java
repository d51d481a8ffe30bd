package org.diban.evidence.commitment;

import java.util.Optional;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;

/**
 * What a fact holds in place of a value.
 *
 * @param algorithm the hash
 * @param hash the hash of domain, salt and value
 */
public record Commitment(HashAlgorithm algorithm, Hash hash) {
    /** Reads {@code sm3:…} or {@code sha256:…}; nothing if the text is neither. */
    public static Optional<Commitment> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            Hash hash = Hash.ofHex(text.substring(colon + 1));
            return HashAlgorithm.of(text.substring(0, colon)).map(a -> new Commitment(a, hash));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the opening is the one that was committed to. */
    public boolean isOpenedBy(Opening opening) {
        return opening.commitment(algorithm).equals(this);
    }

    /** The text that stands in facts. */
    @Override
    public String toString() {
        return algorithm.id() + ":" + hash.hex();
    }
}
