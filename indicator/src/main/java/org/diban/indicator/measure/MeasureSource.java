package org.diban.indicator.measure;

import java.time.Instant;
import java.util.Set;
import org.diban.kernel.time.Period;

/**
 * A system that measures: it turns the rows that it recorded into figures.
 *
 * <p>An implementation reads whole streams, gives them to {@link MeasureResult#of} (or to {@link Evaluation} and {@link RowSet.Builder} in
 * one pass) and invents nothing: where it has no rows it answers {@link MeasureResult.Missing}.
 */
public interface MeasureSource {
    /** The measures that it can answer, by {@link Measure#id}. */
    Set<String> measures();

    /**
     * The figure of a period and a scope by a definition.
     *
     * @param definition one of {@link #measures}
     * @param asOf rows recorded later are left out
     */
    MeasureResult measure(Measure definition, Period period, Scope scope, Instant asOf);
}
