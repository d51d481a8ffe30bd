package org.diban.evidence.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The 32 bytes that a {@link HashAlgorithm} gives. Immutable. */
public final class Hash {
    /** The length of every hash in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    /** Takes the array over: the caller must not touch it again. */
    Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /**
     * The hash with these bytes.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /** The hash at an offset of an array. */
    public static Hash at(byte[] array, int offset) {
        return new Hash(Arrays.copyOfRange(array, offset, offset + BYTES));
    }

    /**
     * Reads the standard base 64 form of RFC 4648 section 4.
     *
     * @throws IllegalArgumentException if the text is not the one base 64 form of 32 bytes
     */
    public static Hash ofBase64(String text) {
        Hash hash = new Hash(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("not the canonical base 64 form");
        }
        return hash;
    }

    /**
     * Reads 64 lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Hash ofHex(String text) {
        Hash hash = new Hash(HexFormat.of().parseHex(text));
        if (!hash.hex().equals(text)) {
            throw new IllegalArgumentException("not lower-case hexadecimal");
        }
        return hash;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Copies the bytes into an array. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** The standard base 64 form, 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hexadecimal form. */
    @Override
    public String toString() {
        return hex();
    }
}
