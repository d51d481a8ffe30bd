package org.diban.evidence.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A way to sign a note.
 *
 * <p>The two SM2 types have no byte assigned by C2SP; they use {@code 0xff} and a name of their own, as signed-note recommends.
 */
public enum SignatureType {
    /** Ed25519 over the text (C2SP signed-note, type 0x01). Public key: 32 bytes. */
    ED25519(false, new Ed25519(), new byte[] {1}),
    /** A witness's Ed25519 signature with its time (C2SP tlog-cosignature, type 0x04). Public key: 32 bytes. */
    ED25519_COSIGNATURE(true, new Ed25519(), new byte[] {4}),
    /** SM2 with SM3 over the text. Public key: 65 bytes, uncompressed. Signature: r ‖ s, 64 bytes. */
    SM2(false, new Sm2(), own("diban/sm2-sm3")),
    /** A witness's SM2 signature with its time; header and time stamp as in {@link #ED25519_COSIGNATURE}. */
    SM2_COSIGNATURE(true, new Sm2(), own("diban/sm2-sm3-cosignature"));

    private final boolean cosignature;
    private final SignatureScheme scheme;
    private final byte[] prefix;

    SignatureType(boolean cosignature, SignatureScheme scheme, byte[] prefix) {
        this.cosignature = cosignature;
        this.scheme = scheme;
        this.prefix = prefix;
    }

    /** Whether it is a witness's: the signature carries the time at which it was made. */
    public boolean cosignature() {
        return cosignature;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** The type's identifier followed by the public key: what a key id and a verifier key hold. */
    byte[] encode(byte[] publicKey) {
        byte[] out = Arrays.copyOf(prefix, prefix.length + publicKey.length);
        System.arraycopy(publicKey, 0, out, prefix.length, publicKey.length);
        return out;
    }

    /** The type of an encoded public key. */
    static Optional<SignatureType> ofEncoded(byte[] encoded) {
        return Arrays.stream(values())
                .filter(t -> encoded.length == t.prefix.length + t.scheme.publicKeyBytes()
                        && Arrays.equals(t.prefix, 0, t.prefix.length, encoded, 0, t.prefix.length))
                .findFirst();
    }

    /** The public key in its encoded form. */
    byte[] publicKey(byte[] encoded) {
        return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
    }

    private static byte[] own(String name) {
        byte[] ascii = (name + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[1 + ascii.length];
        out[0] = (byte) 0xff;
        System.arraycopy(ascii, 0, out, 1, ascii.length);
        return out;
    }
}
