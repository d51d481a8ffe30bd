package org.diban.app.proof.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.ProofProblem;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.InclusionProof;
import org.springframework.stereotype.Service;

/** Makes proofs and verifies each with the engine before it is handed out. */
@Service
class Proofs {
    private final SealedLog log;
    private final LogCatalogue catalogue;

    Proofs(SealedLog log, LogCatalogue catalogue) {
        this.log = log;
        this.catalogue = catalogue;
    }

    /** The proof of a fact under the first checkpoint that covers it; nothing while it is not sealed. */
    Optional<SealedFact> of(Fact fact) {
        OptionalLong index = log.leafIndex(fact.ref());
        return index.isEmpty()
                ? Optional.empty()
                : catalogue.sealedBy(index.getAsLong()).map(checkpoint -> prove(fact, index.getAsLong(), checkpoint));
    }

    /**
     * The proof of a fact under a checkpoint of one's choice.
     *
     * @throws org.diban.kernel.problem.ProblemException EVLG-1004 when it is not sealed, EVLG-1006 when the checkpoint is not there or too small
     */
    SealedFact of(Fact fact, long size) {
        long index = log.leafIndex(fact.ref()).orElseThrow(() -> EvidenceProblem.NOT_SEALED.exception(fact.ref()));
        return prove(
                fact,
                index,
                log.at(size)
                        .filter(checkpoint -> index < checkpoint.size())
                        .orElseThrow(() -> EvidenceProblem.NO_SUCH_SIZE.exception(size)));
    }

    private SealedFact prove(Fact fact, long index, SealedLog.Sealed sealed) {
        Checkpoint checkpoint = sealed.checkpoint().checkpoint();
        InclusionProof proof = log.inclusion(index, checkpoint.size());
        Hash leaf = checkpoint.algorithm().treeHasher().leaf(fact.leaf());
        boolean proved = proof.proves(checkpoint.algorithm(), leaf, checkpoint.root());
        return new SealedFact(fact, leaf, sealed, proof, judge(sealed.checkpoint()), proved);
    }

    /** A checkpoint with what its signatures are worth. */
    JudgedCheckpoint judged(SealedLog.Sealed sealed) {
        return new JudgedCheckpoint(sealed, judge(sealed.checkpoint()));
    }

    /** What the signatures of a checkpoint are worth. */
    SignatureReport judge(SignedCheckpoint checkpoint) {
        return new Trust(log.keys(), 0).judge(checkpoint);
    }

    /**
     * The proof that the log of one checkpoint is the beginning of that of another.
     *
     * @throws org.diban.kernel.problem.ProblemException EVIEW-1006
     */
    Growth growth(long from, long to) {
        Optional<SealedLog.Sealed> first = log.at(from);
        Optional<SealedLog.Sealed> second = log.at(to);
        if (from > to || first.isEmpty() || second.isEmpty()) {
            throw ProofProblem.BAD_RANGE.exception(from, to);
        }
        Checkpoint earlier = first.get().checkpoint().checkpoint();
        Checkpoint later = second.get().checkpoint().checkpoint();
        ConsistencyProof proof = log.consistency(from, to);
        return new Growth(earlier, later, proof, proof.proves(later.algorithm(), earlier.root(), later.root()));
    }
}
