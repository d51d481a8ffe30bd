package org.diban.cli.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/** Whether proofs that a server sent prove what they were asked for. */
final class Verdict {
    private Verdict() {}

    /** Whether the leaf of a {@code diban-inclusion/1} is the fact, and in the tree of its checkpoint. */
    static boolean included(FactRef asked, JsonObject proof, SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        byte[] leaf = proof.string("leaf").getBytes(StandardCharsets.UTF_8);
        HashAlgorithm algorithm = checkpoint.algorithm();
        InclusionProof inclusion = new InclusionProof(proof.number("leafIndex"), proof.number("treeSize"), path(proof));
        return Fact.parse(leaf).ref().equals(asked)
                && inclusion.size() == checkpoint.size()
                && inclusion.proves(algorithm, algorithm.treeHasher().leaf(leaf), checkpoint.root());
    }

    /** Whether a {@code diban-consistency/1} proves that the log of one checkpoint is the beginning of that of the other. */
    static boolean grown(SignedCheckpoint earlier, SignedCheckpoint later, JsonObject proof) {
        Checkpoint before = earlier.checkpoint();
        Checkpoint after = later.checkpoint();
        return before.origin().equals(after.origin())
                && before.algorithm() == after.algorithm()
                && new ConsistencyProof(before.size(), after.size(), path(proof))
                        .proves(after.algorithm(), before.root(), after.root());
    }

    private static List<Hash> path(JsonObject proof) {
        return proof.strings("path").stream().map(Verdict::hash).toList();
    }

    private static Hash hash(String text) {
        try {
            return Hash.ofBase64(text);
        } catch (IllegalArgumentException e) {
            JsonException unread = new JsonException("not a hash: " + text);
            unread.initCause(e);
            throw unread;
        }
    }
}
