package org.diban.indicator.review;

import java.time.Instant;
import java.util.Map;
import org.diban.kernel.number.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a form beyond its paper: when it was approved and submitted, and what stands behind its figures.
 *
 * @param approved when the targets were approved; {@code null} when unknown
 * @param submitted when the form was handed in; {@code null} when it has not been
 * @param indicators the data behind each indicator, by its id; an indicator without data has none behind it
 */
public record FormData(@Nullable Instant approved, @Nullable Instant submitted, Map<String, IndicatorData> indicators) {
    public FormData {
        indicators = Map.copyOf(indicators);
    }

    /**
     * What stands behind one figure.
     *
     * @param lastEvidence the time of the latest piece of evidence; {@code null} when there is none
     * @param measureSince when the bound version of the measure came into force; {@code null} when none is bound
     * @param denominator the denominator of a rate; {@code null} when the figure is no rate
     * @param survey the survey behind a satisfaction; {@code null} when there was none
     */
    public record IndicatorData(
            @Nullable Instant lastEvidence,
            @Nullable Instant measureSince,
            @Nullable Fraction denominator,
            @Nullable Survey survey) {}

    /**
     * A survey of satisfaction.
     *
     * @param frame how many could have been asked
     * @param invited how many were asked
     * @param valid how many gave a valid answer
     * @param scheme how answers become a figure; empty when it was not fixed
     */
    public record Survey(int frame, int invited, int valid, String scheme) {
        boolean isComplete() {
            return frame > 0 && invited > 0 && valid > 0 && valid <= invited && invited <= frame && !scheme.isBlank();
        }
    }
}
