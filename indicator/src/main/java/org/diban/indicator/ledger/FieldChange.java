package org.diban.indicator.ledger;

import java.time.Instant;
import org.diban.evidence.FactRef;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form that is not what it was.
 *
 * @param path the field, for example {@code indicators/i03/actual} or {@code funds/total/executed}
 * @param label what people call it
 * @param old the old content as printed; {@code null} when there was none
 * @param now the new content as printed; {@code null} when there is none
 * @param fact the last fact that changed it
 * @param at when
 * @param by who
 */
public record FieldChange(
        String path,
        Text label,
        @Nullable String old,
        @Nullable String now,
        FactRef fact,
        Instant at,
        String by) {}
