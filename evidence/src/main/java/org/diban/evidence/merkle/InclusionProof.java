package org.diban.evidence.merkle;

import java.util.List;

/**
 * The proof that a leaf is in a tree (RFC 9162 section 2.1.3).
 *
 * @param index the place of the leaf, from 0
 * @param size the number of leaves of the tree
 * @param path the hashes beside the way from the leaf up to the root; at most 63
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that a leaf with this hash stands at {@code index} of the tree with this root (section 2.1.3.2). */
    public boolean proves(HashAlgorithm algorithm, Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        TreeHasher hasher = algorithm.treeHasher();
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
