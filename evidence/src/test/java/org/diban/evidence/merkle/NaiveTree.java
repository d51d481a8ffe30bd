package org.diban.evidence.merkle;

import java.util.ArrayList;
import java.util.List;

/** The recursive definitions of RFC 9162 section 2.1, word for word: the oracle. */
final class NaiveTree {
    private final HashAlgorithm algorithm;
    private final List<Hash> leaves;

    NaiveTree(HashAlgorithm algorithm, List<Hash> leaves) {
        this.algorithm = algorithm;
        this.leaves = leaves;
    }

    /** MTH(D[from:to]). */
    Hash root(int from, int to) {
        if (from == to) {
            return algorithm.hash(new byte[0]);
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = from + split(to - from);
        return algorithm.treeHasher().node(root(from, k), root(k, to));
    }

    /** PATH(m, D[from:to]). */
    List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = split(to - from);
        List<Hash> path = new ArrayList<>();
        if (m < k) {
            path.addAll(path(m, from, from + k));
            path.add(root(from + k, to));
        } else {
            path.addAll(path(m - k, from + k, to));
            path.add(root(from, from + k));
        }
        return path;
    }

    /** SUBPROOF(m, D[from:to], b). */
    List<Hash> subproof(int m, int from, int to, boolean b) {
        int n = to - from;
        if (m == n) {
            return b ? List.of() : List.of(root(from, to));
        }
        int k = split(n);
        List<Hash> path = new ArrayList<>();
        if (m <= k) {
            path.addAll(subproof(m, from, from + k, b));
            path.add(root(from + k, to));
        } else {
            path.addAll(subproof(m - k, from + k, to, false));
            path.add(root(from, from + k));
        }
        return path;
    }

    /** The hashes of the maximal nodes over D[from:to] that hold none of the chosen leaves, from left to right. */
    List<Hash> without(java.util.Set<Integer> chosen, int from, int to) {
        boolean free = chosen.stream().noneMatch(i -> i >= from && i < to);
        if (free) {
            return List.of(root(from, to));
        }
        if (to - from == 1) {
            return List.of();
        }
        int k = from + split(to - from);
        List<Hash> hashes = new ArrayList<>(without(chosen, from, k));
        hashes.addAll(without(chosen, k, to));
        return hashes;
    }

    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
