package org.diban.evidence.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.diban.evidence.merkle.HashAlgorithm;

/**
 * A public key with the name of its owner: what is needed to verify a signature.
 *
 * <p>Its text is the verifier key of C2SP signed-note, {@code name+hex(key id)+base64(type ‖ public key)}, where the key id is the first
 * four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). Immutable.
 */
public final class VerifierKey {
    private static final int TIME_BYTES = 8;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int id;

    VerifierKey(String name, SignatureType type, byte[] publicKey) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = id(name, type.encode(publicKey));
    }

    /** Reads the text of a key; nothing if it is not one, is of an unknown type, or its key id does not belong to it. */
    public static Optional<VerifierKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            return Optional.empty();
        }
        byte[] encoded;
        try {
            encoded = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return SignatureType.ofEncoded(encoded)
                .filter(type -> type.scheme().isPublicKey(type.publicKey(encoded)))
                .map(type -> new VerifierKey(parts[0], type, type.publicKey(encoded)))
                .filter(key -> key.toString().equals(text));
    }

    /** The owner's name; for a log's key its origin. */
    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The key id: too short to identify a key against an attacker. */
    public int id() {
        return id;
    }

    /** The hash of type and public key with SM3, in hexadecimal: what two people compare by phone. */
    public String fingerprint() {
        return HashAlgorithm.SM3.hash(type.encode(publicKey)).hex();
    }

    /** Whether the line claims to be of this key. */
    boolean made(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether the line is this key's signature over the text. */
    boolean verifies(byte[] text, NoteSignature signature) {
        byte[] bytes = signature.signature();
        int signatureAt = type.cosignature() ? TIME_BYTES : 0;
        if (!made(signature) || bytes.length != signatureAt + SignatureScheme.SIGNATURE_BYTES) {
            return false;
        }
        byte[] message = text;
        if (type.cosignature()) {
            long seconds = seconds(bytes);
            if (seconds < 0) {
                return false;
            }
            message = cosigned(text, seconds);
        }
        return type.scheme().verify(publicKey, message, Arrays.copyOfRange(bytes, signatureAt, bytes.length));
    }

    /** The time that a witness's signature carries; only for one that {@link #verifies}. */
    Optional<Instant> time(NoteSignature signature) {
        return type.cosignature()
                ? Optional.of(
                        Instant.ofEpochSecond(Math.min(seconds(signature.signature()), Instant.MAX.getEpochSecond())))
                : Optional.empty();
    }

    /** What a witness signs: C2SP tlog-cosignature, "Ed25519 signed message". */
    static byte[] cosigned(byte[] text, long seconds) {
        byte[] header = ("cosignature/v1\ntime " + seconds + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(header, header.length + text.length);
        System.arraycopy(text, 0, message, header.length, text.length);
        return message;
    }

    static byte[] timed(byte[] signature, long seconds) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    private static long seconds(byte[] timed) {
        return ByteBuffer.wrap(timed).getLong();
    }

    /** A name is not empty and has neither blanks, nor control characters, nor a plus sign. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || c < 0x20
                                || c == 0x85
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c));
    }

    private static int id(String name, byte[] encoded) {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(prefix, prefix.length + encoded.length);
        System.arraycopy(encoded, 0, all, prefix.length, encoded.length);
        return ByteBuffer.wrap(HashAlgorithm.SHA_256.hash(all).bytes()).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The verifier key of C2SP signed-note. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(type.encode(publicKey));
    }
}
