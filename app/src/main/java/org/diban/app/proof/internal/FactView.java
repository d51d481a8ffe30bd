package org.diban.app.proof.internal;

import java.util.List;
import org.diban.app.evidence.EvidenceFiles.StoredFile;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.jspecify.annotations.Nullable;

/**
 * A fact as its page shows it.
 *
 * @param fact the fact
 * @param author the person's name, or the identifier of who recorded it
 * @param proof its place and proof; {@code null} while it waits to be sealed
 * @param corrections the facts that take its place, in order
 * @param files the files it names that are stored here
 * @param last the number of the newest fact of the stream
 */
public record FactView(
        Fact fact,
        String author,
        @Nullable SealedFact proof,
        List<FactRef> corrections,
        List<StoredFile> files,
        long last) {
    /** The leaf over several lines. */
    public String json() {
        return fact.json().pretty();
    }
}
