package org.diban.evidence.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A secret key with the name of its owner.
 *
 * <p>Guarantees that the secret is not printed; it does not guard the memory it lies in.
 */
public final class SigningKey {
    private final byte[] secret;
    private final VerifierKey verifierKey;

    /**
     * The key with this secret.
     *
     * @param name the owner's name without blanks and plus signs; for a log its origin
     * @param secret 32 bytes: the seed of RFC 8032, or the scalar of SM2 big-endian
     * @throws IllegalArgumentException if the name or the secret is not of that form
     */
    public SigningKey(String name, SignatureType type, byte[] secret) {
        if (secret.length != SignatureScheme.SECRET_BYTES) {
            throw new IllegalArgumentException("a secret key has 32 bytes");
        }
        this.secret = secret.clone();
        this.verifierKey = new VerifierKey(name, type, type.scheme().publicKey(secret));
    }

    /** A new key. */
    public static SigningKey generate(String name, SignatureType type, SecureRandom random) {
        return new SigningKey(name, type, type.scheme().newSecret(random));
    }

    /** The 32 secret bytes, to be stored under protection. */
    public byte[] secret() {
        return secret.clone();
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * Signs a note's text as its author.
     *
     * @param random used by SM2; Ed25519 is deterministic
     */
    public NoteSignature sign(String text, SecureRandom random) {
        if (verifierKey.type().cosignature()) {
            throw new IllegalStateException("a witness's key signs with a time");
        }
        return NoteSignature.of(verifierKey, raw(text.getBytes(StandardCharsets.UTF_8), random));
    }

    /**
     * Signs a checkpoint as a witness. The caller must have verified that the log only grew since the last one it signed.
     *
     * @param at when, kept to the second
     * @param random used by SM2; Ed25519 is deterministic
     */
    public NoteSignature cosign(String text, Instant at, SecureRandom random) {
        if (!verifierKey.type().cosignature()) {
            throw new IllegalStateException("a log's key signs without a time");
        }
        long seconds = at.getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException("a time before 1970");
        }
        byte[] message = VerifierKey.cosigned(text.getBytes(StandardCharsets.UTF_8), seconds);
        return NoteSignature.of(verifierKey, VerifierKey.timed(raw(message, random), seconds));
    }

    private byte[] raw(byte[] message, SecureRandom random) {
        return verifierKey.type().scheme().sign(secret, message, random);
    }

    /** The public half. */
    @Override
    public String toString() {
        return verifierKey.toString();
    }
}
