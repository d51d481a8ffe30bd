package org.diban.app.performance;

import java.util.Optional;
import org.diban.evidence.FactRef;

/** Where facts lie in the evidence log. */
public interface Seals {
    /** The place of a fact under the latest checkpoint; nothing while it is recorded and not sealed. */
    Optional<Seal> seal(FactRef fact);

    /**
     * A sealed fact.
     *
     * @param leaf its number in the log, from 0
     * @param size the size of the checkpoint that covers it
     */
    record Seal(long leaf, long size) {}
}
