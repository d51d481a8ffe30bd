package org.diban.app.proof.internal;

import java.util.ArrayList;
import java.util.List;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.evidence.merkle.TreeHasher;

/**
 * One step on the way from a leaf to the root, as a page shows it: the hash of left and right is the result.
 *
 * @param left the left one of the two hashes
 * @param right the right one
 * @param given whether the left one comes from the proof; else the right one does
 * @param result the hash over both
 */
public record ProofStep(Hash left, Hash right, boolean given, Hash result) {
    /** The steps of a proof (RFC 9162 section 2.1.3.2). Whether they end at the root is for the engine to say. */
    static List<ProofStep> of(InclusionProof proof, HashAlgorithm algorithm, Hash leaf) {
        TreeHasher hasher = algorithm.treeHasher();
        List<ProofStep> steps = new ArrayList<>();
        long node = proof.index();
        long last = proof.size() - 1;
        Hash hash = leaf;
        for (Hash beside : proof.path()) {
            boolean given = (node & 1) == 1 || node == last;
            Hash left = given ? beside : hash;
            Hash right = given ? hash : beside;
            hash = hasher.node(left, right);
            steps.add(new ProofStep(left, right, given, hash));
            while (given && (node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
            node >>= 1;
            last >>= 1;
        }
        return steps;
    }
}
