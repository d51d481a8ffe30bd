/**
 * Measures: versioned definitions of figures, and the exact computation of a figure from the rows behind it.
 *
 * <p>A {@link org.diban.indicator.measure.Measure} says what is counted against what, by which
 * {@link org.diban.indicator.measure.Statistic}, in which time, and which {@link org.diban.indicator.measure.Guard}s keep the figure true. A released
 * version never changes; a figure names the version and its digest. {@link org.diban.indicator.measure.MeasureCatalogue#standard} holds the definitions that
 * come with Diban; {@code docs/reference/measures.md} prints them.
 *
 * <p>Rows are facts of the evidence log. A fact contributes to a figure by an {@link org.diban.indicator.measure.Observation} in its body, so
 * that whoever has the rows and the definition can compute the figure again ({@link org.diban.indicator.measure.Evaluation}). Figures are exact fractions
 * and compared unrounded. Printed, they are rounded against the reporter. A figure without a denominator is not computable, a figure without rows is missing,
 * and neither is nought.
 *
 * <p>Systems that measure implement {@link org.diban.indicator.measure.MeasureSource}.
 */
@NullMarked
package org.diban.indicator.measure;

import org.jspecify.annotations.NullMarked;
