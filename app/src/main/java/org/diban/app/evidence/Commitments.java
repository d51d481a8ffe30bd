package org.diban.app.evidence;

import java.util.Optional;
import org.diban.evidence.commitment.Commitment;

/**
 * Personal data behind facts: a fact holds a salted commitment, the value is kept apart and can be forgotten.
 *
 * <p>After {@link #forget} the fact and its place in the log stay as they were, and nobody can tell from them what the value was.
 * Whoever reads a value must have asked for the right to, and leaves an audit record: this interface does neither.
 */
public interface Commitments {
    /** Commits to a value inside the caller's transaction. Equal values get different commitments. */
    Commitment commit(byte[] value);

    /** The value, or nothing when it has been forgotten or was never committed to here. */
    Optional<byte[]> value(Commitment commitment);

    /** Forgets the value inside the caller's transaction. Returns whether there was one. */
    boolean forget(Commitment commitment);
}
