package org.diban.indicator.proof;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.diban.evidence.bundle.SealedRow;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.TileReader;

/** The log as it was at one checkpoint: what a bundle is made from. */
public interface LogSnapshot {
    /** The checkpoint. */
    SignedCheckpoint checkpoint();

    /** The public keys of the log and of the witnesses that signed it. */
    List<VerifierKey> keys();

    /** The heads of all streams as the checkpoint's seal has them. */
    StreamHeads heads();

    /** The tiles, of the checkpoint's size or later. */
    TileReader tiles();

    /** All rows of some streams below the checkpoint's size, in the order of the log, and the seal as the last one. */
    Iterator<SealedRow> rows(Set<String> streams);
}
