package org.diban.app.proof.internal;

import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.kernel.json.JsonObject;

/**
 * The proof that a log only grew from one checkpoint to another.
 *
 * @param earlier the smaller checkpoint
 * @param later the larger one
 * @param proof the hashes
 * @param proved whether the engine found that they prove it
 */
public record Growth(Checkpoint earlier, Checkpoint later, ConsistencyProof proof, boolean proved) {
    /** What another program needs to verify it, apart from the two checkpoints that it must hold itself. */
    JsonObject json() {
        return JsonObject.builder()
                .put("format", "diban-consistency/1")
                .put("origin", later.origin())
                .put("hash", later.algorithm().id())
                .put("from", earlier.size())
                .put("fromRoot", earlier.root().base64())
                .put("to", later.size())
                .put("toRoot", later.root().base64())
                .put("path", SealedFact.hashes(proof.path()))
                .build();
    }
}
