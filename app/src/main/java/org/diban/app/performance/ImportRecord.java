package org.diban.app.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought, and what became of it.
 *
 * @param id {@code imp_…}
 * @param organisation the organisation whose forms it holds
 * @param fileName the name it had on the person's machine
 * @param digest under which the file is kept
 * @param size bytes
 * @param person who brought it
 * @param received when
 * @param state what became of it
 * @param report what it holds; {@code null} until it has been checked
 * @param job the job that works on it; {@code null} when none does or did
 * @param forms the forms that were opened or got a new version
 */
public record ImportRecord(
        String id,
        String organisation,
        String fileName,
        String digest,
        long size,
        String person,
        Instant received,
        State state,
        @Nullable ImportReport report,
        @Nullable String job,
        List<String> forms) {
    public ImportRecord {
        forms = List.copyOf(forms);
    }

    /** What became of a file. */
    public enum State {
        /** It is kept and will be checked. */
        RECEIVED,
        /** It is without fault and can be taken. */
        CHECKED,
        /** It has problems; nothing of it was taken. */
        REJECTED,
        /** Its forms were taken over. */
        TAKEN
    }
}
