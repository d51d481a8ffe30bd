package org.diban.evidence.merkle;

import java.util.List;

/**
 * The proof that a tree is the beginning of a later one (RFC 9162 section 2.1.4).
 *
 * @param first the number of leaves of the earlier tree, at least 1
 * @param second the number of leaves of the later tree
 * @param path the hashes; empty when the sizes are equal
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that the tree with root {@code earlier} is the beginning of that with root {@code later} (section 2.1.4.2). */
    public boolean proves(HashAlgorithm algorithm, Hash earlier, Hash later) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && earlier.equals(later);
        }
        boolean complete = Long.bitCount(first) == 1;
        if (!complete && path.isEmpty()) {
            return false;
        }
        TreeHasher hasher = algorithm.treeHasher();
        int trailing = Long.numberOfTrailingZeros(first);
        long node = (first - 1) >> trailing;
        long last = (second - 1) >> trailing;
        Hash old = complete ? earlier : path.getFirst();
        Hash now = old;
        for (Hash beside : complete ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = hasher.node(beside, old);
                now = hasher.node(beside, now);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = hasher.node(now, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(earlier) && now.equals(later);
    }
}
