package org.diban.app.performance;

import java.util.List;
import java.util.Set;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.review.Finding;
import org.diban.indicator.score.ScoredForm;

/**
 * A form with everything that is known about it.
 *
 * @param summary its line in a list; at an older version still that of the latest
 * @param state the form after the facts of the version that is shown
 * @param scored its scores
 * @param findings what the review objects to; empty for an older version
 * @param history its changes, the latest first
 * @param actions what the person who asks may do with it
 */
public record FormRecord(
        FormSummary summary,
        FormState state,
        ScoredForm scored,
        List<Finding> findings,
        List<HistoryItem> history,
        Set<Action> actions) {
    public FormRecord {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
        actions = Set.copyOf(actions);
    }
}
