package org.diban.indicator.measure;

import org.diban.kernel.problem.Text;

/**
 * A condition without which a figure would be false.
 *
 * <p>All but {@link Words} are kept by {@link Evaluation}. A denominator of nought needs no guard: no ratio is computed from it.
 */
public sealed interface Guard {
    /**
     * Rows with one key count once: the first of them, in the order of the stream.
     *
     * @param what what the key stands for
     */
    record DistinctBy(Text what) implements Guard {}

    /**
     * One row counts per calendar month or quarter of its {@code at}, in the district's time: the first.
     *
     * @param span the span
     */
    record OncePer(Span span) implements Guard {}

    /**
     * A row reports on the month that its key names ({@code 2024-03}). It counts when that month lies in the period and ended before
     * the row's {@code at}; one row per month.
     */
    record ReportsOnMonth() implements Guard {}

    /** Each month of the period has a row that counts or a signed nil return; otherwise the figure is not computable. */
    record NilReturnEachMonth() implements Guard {}

    /** There are rows of the time before the period; otherwise the change is not provable. */
    record BaselineRequired() implements Guard {}

    /** The threshold was recorded before the period began. */
    record AgreedBefore() implements Guard {}

    /**
     * The valid answers suffice for the frame: all of it up to 30, otherwise the sample for 95 % confidence and ±5 % with the finite
     * population correction, n₀ = 384.16.
     */
    record SampleSize() implements Guard {}

    /**
     * A condition that people have to look after.
     *
     * @param text what must hold
     */
    record Words(Text text) implements Guard {}

    /** A span of the calendar. */
    enum Span {
        MONTH,
        QUARTER
    }
}
