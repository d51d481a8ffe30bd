package org.diban.app.proof.internal;

import org.diban.app.evidence.SealedLog;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.merkle.Hash;

/**
 * A checkpoint with what its signatures are worth.
 *
 * @param sealed the checkpoint
 * @param signatures the verdict on each line
 */
public record JudgedCheckpoint(SealedLog.Sealed sealed, SignatureReport signatures) {
    /** The number of leaves. */
    public long size() {
        return sealed.size();
    }

    /** The root over them. */
    public Hash root() {
        return sealed.checkpoint().checkpoint().root();
    }

    /** The note with all its signatures. */
    public String note() {
        return sealed.checkpoint().note().toString();
    }
}
