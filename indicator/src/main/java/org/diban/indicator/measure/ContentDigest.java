package org.diban.indicator.measure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonValue;

/**
 * The digest of some bytes, with the name of the algorithm: {@code sha256:} or {@code sm3:} and 64 lower-case hexadecimal digits.
 *
 * @param text the whole, for example {@code sha256:e3b0c442…}
 */
public record ContentDigest(String text) {
    private static final Pattern SHAPE = Pattern.compile("(sha256|sm3):[0-9a-f]{64}");

    public ContentDigest {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a digest: " + text);
        }
    }

    /** The SHA-256 of bytes. */
    public static ContentDigest sha256(byte[] bytes) {
        return of(newSha256().digest(bytes));
    }

    /** The SHA-256 of the canonical form of a value. */
    public static ContentDigest of(JsonValue value) {
        return sha256(value.canonicalBytes());
    }

    /**
     * Reads a digest.
     *
     * @throws JsonException if the text is not one
     */
    public static ContentDigest parse(String text) {
        try {
            return new ContentDigest(text);
        } catch (IllegalArgumentException e) {
            throw new JsonException("not a digest: " + text);
        }
    }

    static ContentDigest of(byte[] sha256) {
        return new ContentDigest("sha256:" + HexFormat.of().formatHex(sha256));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
