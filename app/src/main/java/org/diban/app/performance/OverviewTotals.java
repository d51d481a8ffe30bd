package org.diban.app.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diban.kernel.number.Money;
import org.jspecify.annotations.Nullable;

/**
 * The sums over all forms of an overview, whatever page of it is shown.
 *
 * @param forms how many forms
 * @param scores the sum of their scores
 * @param annualBudget 全年预算数
 * @param executed 全年执行数
 * @param coverage what stands behind their figures
 * @param findings what the review objects to
 * @param unexplained how many deductions have no reason
 * @param finalised how many forms are final
 * @param synthetic whether one of them is invented
 */
public record OverviewTotals(
        long forms,
        BigDecimal scores,
        Money annualBudget,
        Money executed,
        Coverage coverage,
        FindingCounts findings,
        int unexplained,
        int finalised,
        boolean synthetic) {
    /** The mean score, two decimals half up; {@code null} without forms. */
    public @Nullable BigDecimal meanScore() {
        return forms == 0 ? null : scores.divide(BigDecimal.valueOf(forms), 2, RoundingMode.HALF_UP);
    }

    /** Executed money in percent of the annual budget, truncated to two decimals; {@code null} without a budget. */
    public @Nullable BigDecimal rate() {
        return annualBudget.fen() == 0
                ? null
                : BigDecimal.valueOf(executed.fen())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(annualBudget.fen()), 2, RoundingMode.DOWN);
    }
}
