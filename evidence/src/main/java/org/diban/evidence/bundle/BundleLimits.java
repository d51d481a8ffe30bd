package org.diban.evidence.bundle;

/**
 * What a verifier is willing to read.
 *
 * @param entries the largest number of entries
 * @param bytes the largest size of all entries together, unpacked
 * @param documentBytes the largest size of all documents together (manifest, checkpoint, keys, definitions, claims): they are held in memory
 * @param rowBytes the largest size of one row
 */
public record BundleLimits(int entries, long bytes, long documentBytes, int rowBytes) {
    /** 100,000 entries, 16 GiB, 64 MiB of documents, 1 MiB a row. */
    public static final BundleLimits USUAL = new BundleLimits(100_000, 16L << 30, 64L << 20, 1 << 20);

    /** Beyond this many bytes an entry that unpacks to more than {@link #RATIO} times its size is taken for a bomb. */
    static final long BOMB_BYTES = 1 << 20;

    static final long RATIO = 250;
}
