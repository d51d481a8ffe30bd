package org.diban.app.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TiledTree;

/** The sealed part of the evidence log: its checkpoints, the places of facts in its tree, and proofs. */
public interface SealedLog {
    /** The log's name and the key name of its signatures. */
    String origin();

    /** The hash of the tree. */
    HashAlgorithm algorithm();

    /** The newest checkpoint with all signatures it has gathered; nothing before the first sealing. */
    Optional<Sealed> latest();

    /** The checkpoint of that size, or nothing. */
    Optional<Sealed> at(long size);

    /** At most {@code limit} checkpoints smaller than {@code below}, newest first. */
    List<Sealed> checkpoints(long below, int limit);

    /** The place of a fact in the tree; nothing while it is not sealed. */
    OptionalLong leafIndex(FactRef ref);

    /** The place of a leaf: which fact it is. */
    Optional<FactRef> leaf(long index);

    /** The proof that a leaf is in the tree of a size. */
    InclusionProof inclusion(long index, long size);

    /** The proof that one tree is a prefix of another. */
    ConsistencyProof consistency(long first, long second);

    /** The stored tiles. */
    TileReader tiles();

    /** The stored tree, for one thread and one run of proofs. */
    TiledTree tree();

    /** Every stream with its name and length as a checkpoint of that size counts them. */
    List<StreamLength> streams(long size);

    /** Where the facts of some streams lie below a size, in the order of the log. */
    List<Run> runs(Set<String> streams, long size);

    /** The public keys whose signatures count: this log's, present and past, and its witnesses'. */
    List<VerifierKey> keys();

    /** Registers the key of a witness. */
    void addWitness(VerifierKey key);

    /**
     * Takes over the signature line of a witness for a checkpoint, after verifying it.
     *
     * @throws org.diban.kernel.problem.ProblemException EVLG-1006 or EVLG-1007
     */
    void cosign(long size, String line);

    /** Signs a text with the log's key, in the form of a signed note. */
    String sign(String text);

    /** Seals what has been committed and not yet sealed, at once. Returns the newest checkpoint afterwards, nothing when there is no fact at all. */
    Optional<Sealed> seal();

    /**
     * A checkpoint.
     *
     * @param checkpoint what was signed, with its signatures
     * @param at when it was taken
     */
    record Sealed(SignedCheckpoint checkpoint, Instant at) {
        public long size() {
            return checkpoint.checkpoint().size();
        }
    }

    /**
     * Facts of one stream side by side in the log.
     *
     * @param index the leaf index of the first
     * @param stream their stream
     * @param from the number of the first in its stream
     * @param length how many
     */
    record Run(long index, String stream, long from, long length) {}

    /**
     * How long a stream is.
     *
     * @param stream its name
     * @param length the number of its facts
     */
    record StreamLength(String stream, long length) {}
}
