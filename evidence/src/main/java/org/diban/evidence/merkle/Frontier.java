package org.diban.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of the maximal complete subtrees, largest first, as many as the size has one bits.
 *
 * <p>It gives the root at any moment without keeping the leaves: memory is O(log n), appending costs one node on average. For one thread.
 */
public final class Frontier {
    private final TreeHasher hasher;
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** The edge of an empty tree. */
    public Frontier(HashAlgorithm algorithm) {
        hasher = algorithm.treeHasher();
    }

    /** The number of leaves so far. */
    public long size() {
        return size;
    }

    /** Hashes the bytes of the next leaf and appends it. */
    public void appendLeaf(byte[] data) {
        append(hasher.leaf(data));
    }

    /** Appends the hash of the next leaf. */
    public void append(Hash leaf) {
        append(leaf, 0);
    }

    /** Appends the root of a complete subtree of {@code 2^height} leaves; the size must be a multiple of that. */
    void append(Hash subtree, int height) {
        Hash hash = subtree;
        for (long bits = size >>> height; (bits & 1) == 1; bits >>>= 1) {
            hash = hasher.node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size += 1L << height;
    }

    /** Appends the last subtree: the hash over all leaves from here to {@code end}, after which nothing can follow. */
    void close(Hash rest, long end) {
        peaks.add(rest);
        size = end;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return hasher.empty();
        }
        Hash root = peaks.getLast();
        for (Hash peak : peaks.reversed().subList(1, peaks.size())) {
            root = hasher.node(peak, root);
        }
        return root;
    }
}
