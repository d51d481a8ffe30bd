package org.diban.app.evidence;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;

/**
 * The evidence log of this installation: the one place where facts are recorded.
 *
 * <p>Appending joins the caller's transaction and fails when there is none. A fact is visible to others, and will be sealed, when that
 * transaction has committed.
 */
public interface EvidenceLog {
    /**
     * Appends a fact to a stream.
     *
     * @param stream for example {@code form/frm_…}; made when it does not exist
     * @param kind what happened, for example {@code figure.entered}
     * @param by the id of who recorded it, never a name
     * @param body the particulars; personal data only as commitments
     */
    FactRef append(String stream, String kind, String by, JsonObject body);

    /** Appends a fact that takes the place of an older one of the same stream. The older one stays. */
    FactRef correct(FactRef old, String kind, String by, JsonObject body);

    /**
     * Appends many facts of one kind to one stream, by COPY.
     *
     * @return the first fact's place and those after it without gaps; empty when there was nothing to append
     */
    Optional<Appended> appendAll(String stream, String kind, String by, Iterator<JsonObject> bodies);

    /** How many facts the stream holds, which is the number of its next fact; 0 when it does not exist. */
    long length(String stream);

    /** At most {@code limit} facts of the stream, from the given number on, in order. */
    List<Fact> read(String stream, long from, int limit);

    /** All facts of the stream, in order. For streams that one page can hold, such as a form's. */
    List<Fact> readAll(String stream);

    /** The fact, or nothing when it does not exist. */
    Optional<Fact> find(FactRef ref);

    /**
     * Facts that were appended together.
     *
     * @param first the number of the first
     * @param count how many
     */
    record Appended(String stream, long first, long count) {}
}
