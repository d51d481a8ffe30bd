package org.diban.app.proof.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonObject;

/**
 * A fact with its place in the log and the proof of it, verified.
 *
 * @param fact the fact
 * @param leaf the hash of its leaf
 * @param sealed the checkpoint the proof leads to
 * @param inclusion the proof
 * @param signatures what the checkpoint's signatures are worth
 * @param proved whether the engine found that the proof leads from the fact to the checkpoint's root
 */
public record SealedFact(
        Fact fact,
        Hash leaf,
        SealedLog.Sealed sealed,
        InclusionProof inclusion,
        SignatureReport signatures,
        boolean proved) {
    /** The way from the leaf to the root. */
    public List<ProofStep> steps() {
        return ProofStep.of(inclusion, algorithm(), leaf);
    }

    /** The hash of the log. */
    public HashAlgorithm algorithm() {
        return sealed.checkpoint().checkpoint().algorithm();
    }

    /** The root of the checkpoint. */
    public Hash root() {
        return sealed.checkpoint().checkpoint().root();
    }

    /** Everything another program needs to verify the fact, the keys apart: those it must have from elsewhere. */
    JsonObject json(List<VerifierKey> keys) {
        return JsonObject.builder()
                .put("format", "diban-inclusion/1")
                .put("leaf", new String(fact.leaf(), StandardCharsets.UTF_8))
                .put("leafHash", leaf.base64())
                .put("leafIndex", inclusion.index())
                .put("treeSize", inclusion.size())
                .put("path", hashes(inclusion.path()))
                .put("root", root().base64())
                .put("checkpoint", sealed.checkpoint().note().toString())
                .put(
                        "keys",
                        JsonArray.ofStrings(
                                keys.stream().map(VerifierKey::toString).toList()))
                .build();
    }

    static JsonArray hashes(List<Hash> path) {
        return JsonArray.ofStrings(path.stream().map(Hash::base64).toList());
    }
}
