package org.diban.indicator.score;

import java.math.BigDecimal;
import org.diban.indicator.form.Indicator;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of the indicator table with its score.
 *
 * @param indicator what was promised and reached
 * @param outcome whether the target was met
 * @param computed what the rules give, two decimals; {@code 0.00} when not computable
 * @param deducted the sum of the deductions
 * @param score 得分: computed less deducted
 * @param deviation how far the actual value lies above the target, as a share of the target (−1/2 is half of it); {@code null} when
 *     one of them is missing or in words, or the target is nought
 * @param reason why the computed score is what it is
 */
public record ScoredIndicator(
        Indicator indicator,
        Outcome outcome,
        BigDecimal computed,
        BigDecimal deducted,
        BigDecimal score,
        @Nullable Fraction deviation,
        Text reason) {
    /** Whether a target was met. */
    public enum Outcome {
        MET,
        MISSED,
        /** There is nothing to compare: no actual value, or one that cannot be compared with the target. */
        NOT_COMPUTABLE
    }
}
