package org.diban.indicator.ledger;

import java.time.Instant;
import java.util.List;
import org.diban.evidence.FactRef;
import org.jspecify.annotations.Nullable;

/**
 * One figure that an indicator has or had.
 *
 * @param fact the fact that brought it
 * @param at when
 * @param by who
 * @param change {@link FormChange.FigureEntered} or {@link FormChange.FigureMeasured}
 * @param endedBy the fact that took its place or withdrew it; {@code null} while it stands
 */
public record Figure(
        FactRef fact,
        Instant at,
        String by,
        FormChange change,
        @Nullable FactRef endedBy) {
    /** Whether the form shows it. */
    public boolean stands() {
        return endedBy == null;
    }

    /** The files behind it; none for a measured figure, whose proof are its rows. */
    public List<EvidenceFile> files() {
        return change instanceof FormChange.FigureEntered entered ? entered.files() : List.of();
    }

    Figure ended(FactRef by) {
        return new Figure(fact, at, this.by, change, by);
    }
}
