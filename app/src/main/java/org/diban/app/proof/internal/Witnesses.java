package org.diban.app.proof.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.diban.app.access.Access;
import org.diban.app.access.Audit;
import org.diban.app.access.Permission;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.ProofProblem;
import org.diban.evidence.checkpoint.NoteSignature;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers the keys of witnesses and takes over what they sign. */
@Service
class Witnesses {
    private final Access access;
    private final Audit audit;
    private final SealedLog log;

    Witnesses(Access access, Audit audit, SealedLog log) {
        this.access = access;
        this.audit = audit;
        this.log = log;
    }

    /**
     * Registers the key of a witness. From then on its signatures count.
     *
     * @param text the verifier key, as the witness handed it over
     * @throws org.diban.kernel.problem.ProblemException EVLG-1008 when it is none, EVIEW-1008 when it is registered
     */
    @Transactional
    void register(String text) {
        access.require(Permission.GRANT_EDIT);
        VerifierKey key = VerifierKey.parse(text.strip())
                .filter(k -> k.type().cosignature())
                .orElseThrow(() -> EvidenceProblem.BAD_WITNESS_KEY.exception(shortened(text.strip())));
        if (log.keys().contains(key)) {
            throw ProofProblem.WITNESS_KNOWN.exception();
        }
        log.addWitness(key);
        audit.wrote("witness.registered", key.fingerprint());
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /**
     * Takes over the co-signatures of a checkpoint.
     *
     * @param size the checkpoint
     * @param text lines of signatures, or the whole note with them
     * @return how many were taken over
     * @throws org.diban.kernel.problem.ProblemException EVIEW-1003, EVIEW-1004, EVLG-1006 or EVLG-1007; nothing is kept then
     */
    @Transactional
    int cosign(long size, String text) {
        List<NoteSignature> signatures = signatures(size, text);
        if (signatures.isEmpty()) {
            throw ProofProblem.NO_COSIGNATURE.exception();
        }
        signatures.forEach(signature -> log.cosign(size, signature.line()));
        audit.wrote("checkpoint.cosigned", String.valueOf(size));
        return signatures.size();
    }

    private List<NoteSignature> signatures(long size, String text) {
        String unix = text.replace("\r\n", "\n").strip() + "\n";
        Optional<SignedCheckpoint> note = SignedCheckpoint.parse(unix.getBytes(StandardCharsets.UTF_8));
        if (note.isEmpty()) {
            return unix.lines()
                    .flatMap(line -> NoteSignature.parse(line.strip()).stream())
                    .toList();
        }
        long other = note.get().checkpoint().size();
        if (other != size) {
            throw ProofProblem.OTHER_CHECKPOINT.exception(other, size);
        }
        // Of a whole note, the log's own lines are there already.
        return note.get().note().signatures().stream()
                .filter(signature -> !signature.name().equals(log.origin()))
                .toList();
    }
}
