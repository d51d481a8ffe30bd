package org.diban.app.backup;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An output that hands everything on, counts its bytes and computes their SHA-256. */
final class Sha256 extends OutputStream {
    private final OutputStream next;
    private final MessageDigest digest;
    private long bytes;

    Sha256(OutputStream next) {
        this.next = next;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws java.io.IOException {
        next.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) throws java.io.IOException {
        next.write(b, from, length);
        digest.update(b, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** The digest of all that was written, in lower-case hexadecimal digits; called once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] content) {
        Sha256 sha256 = new Sha256(OutputStream.nullOutputStream());
        sha256.digest.update(content);
        return sha256.hex();
    }
}
