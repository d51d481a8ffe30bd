package org.diban.app.performance;

import java.time.Instant;
import java.util.List;
import org.diban.evidence.FactRef;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A change of a form: who did what, when, and what it was before.
 *
 * @param fact the fact that recorded it
 * @param version the version that it made, which is one more than the number of its fact
 * @param at when
 * @param by who, by identifier
 * @param title what happened, in a few words
 * @param reason why, as far as the change says; {@code null} where it does not
 * @param differences the fields that it changed
 */
public record HistoryItem(
        FactRef fact,
        long version,
        Instant at,
        String by,
        Text title,
        @Nullable String reason,
        List<Difference> differences) {
    public HistoryItem {
        differences = List.copyOf(differences);
    }

    /**
     * A field that is not what it was.
     *
     * @param indicator the indicator it belongs to; {@code null} when it belongs to the form
     * @param field what it is called
     * @param before empty when there was nothing
     * @param after empty when nothing is there any more
     */
    public record Difference(@Nullable String indicator, Text field, String before, String after) {}
}
