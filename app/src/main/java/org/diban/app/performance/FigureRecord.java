package org.diban.app.performance;

import java.util.List;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.review.Finding;
import org.diban.indicator.score.ScoredIndicator;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a form, one step closer to its rows.
 *
 * @param form the form
 * @param scored the indicator with its score
 * @param measure the definition it is bound to; {@code null} when it is bound to none
 * @param figure the figure that stands; {@code null} when there is none, or one taken over from a document
 * @param seal where its fact lies in the log; {@code null} while it is not sealed or when there is no figure
 * @param findings what the review objects to in it
 * @param history its changes, the latest first
 */
public record FigureRecord(
        FormRecord form,
        ScoredIndicator scored,
        @Nullable Measure measure,
        @Nullable Figure figure,
        @Nullable Seal seal,
        List<Finding> findings,
        List<HistoryItem> history) {
    public FigureRecord {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    /**
     * A sealed fact.
     *
     * @param leaf its number in the log, from 0
     * @param size the size of the checkpoint that covers it
     */
    public record Seal(long leaf, long size) {}
}
