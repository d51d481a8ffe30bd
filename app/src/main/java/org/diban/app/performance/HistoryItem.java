package org.diban.app.performance;

import java.util.List;
import org.diban.indicator.ledger.FieldChange;
import org.diban.indicator.ledger.FormState;

/**
 * A change of a form: who did what, when, and what it was before.
 *
 * @param entry the fact that recorded it; the version that it made is one more than its number
 * @param differences the fields that it changed; empty for the opening of a form
 */
public record HistoryItem(FormState.Entry entry, List<FieldChange> differences) {
    public HistoryItem {
        differences = List.copyOf(differences);
    }

    /** The version that it made. */
    public long version() {
        return entry.fact().seq() + 1;
    }
}
