package org.diban.evidence.commitment;

import java.security.SecureRandom;
import org.diban.evidence.merkle.Digest;
import org.diban.evidence.merkle.HashAlgorithm;

/** The salt and the value behind a commitment: personal data, to be kept apart from the log. It is never printed. */
public final class Opening {
    /** The length of a salt. */
    public static final int SALT_BYTES = 32;

    private static final byte[] DOMAIN = {2};

    private final byte[] salt;
    private final byte[] value;

    /**
     * The opening with a stored salt.
     *
     * @throws IllegalArgumentException if the salt does not have 32 bytes
     */
    public Opening(byte[] salt, byte[] value) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
        this.salt = salt.clone();
        this.value = value.clone();
    }

    /** An opening with a fresh salt. One salt serves one value: equal values must not be seen to be equal. */
    public static Opening of(byte[] value, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Opening(salt, value);
    }

    /** What a fact may hold. */
    public Commitment commitment(HashAlgorithm algorithm) {
        Digest digest = algorithm.digest();
        digest.update(DOMAIN, 0, DOMAIN.length);
        digest.update(salt, 0, salt.length);
        digest.update(value, 0, value.length);
        return new Commitment(algorithm, digest.finish());
    }

    public byte[] salt() {
        return salt.clone();
    }

    public byte[] value() {
        return value.clone();
    }
}
