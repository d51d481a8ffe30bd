package org.diban.evidence.checkpoint;

import java.security.SecureRandom;

/** A signature algorithm over byte strings. Secrets have 32 bytes, signatures 64. Safe for several threads. */
sealed interface SignatureScheme permits Ed25519, Sm2 {
    /** The length of a secret key. */
    int SECRET_BYTES = 32;

    /** The length of a signature. */
    int SIGNATURE_BYTES = 64;

    int publicKeyBytes();

    /** Whether the bytes are a point that can be a public key. */
    boolean isPublicKey(byte[] bytes);

    byte[] newSecret(SecureRandom random);

    /**
     * The public key of a secret one.
     *
     * @throws IllegalArgumentException if the bytes are no secret key
     */
    byte[] publicKey(byte[] secret);

    byte[] sign(byte[] secret, byte[] message, SecureRandom random);

    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
