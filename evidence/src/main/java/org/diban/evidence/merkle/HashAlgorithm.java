package org.diban.evidence.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** A hash function with a result of 32 bytes. */
public enum HashAlgorithm {
    /** SHA-256 of FIPS 180-4. */
    SHA_256("sha256"),
    /** SM3 of GB/T 32905-2016. */
    SM3("sm3");

    private final String id;

    HashAlgorithm(String id) {
        this.id = id;
    }

    /** The name in checkpoints and manifests: {@code sha256} or {@code sm3}. */
    public String id() {
        return id;
    }

    /** The algorithm with this name, if there is one. */
    public static Optional<HashAlgorithm> of(String id) {
        return Arrays.stream(values()).filter(a -> a.id.equals(id)).findFirst();
    }

    /** The hash of some bytes. Safe for several threads; a loop does better with one {@link #digest}. */
    public Hash hash(byte[] data) {
        Digest digest = digest();
        digest.update(data, 0, data.length);
        return digest.finish();
    }

    /** A new computation, for one thread. */
    public Digest digest() {
        return switch (this) {
            case SHA_256 -> new Digest.Jdk(sha256());
            case SM3 -> new Digest.Sm3();
        };
    }

    /** A new hasher of leaves and nodes, for one thread. */
    public TreeHasher treeHasher() {
        return new TreeHasher(digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
