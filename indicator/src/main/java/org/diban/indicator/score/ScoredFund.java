package org.diban.indicator.score;

import java.math.BigDecimal;
import org.diban.indicator.form.FundRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of funds with its rate of execution.
 *
 * @param row the amounts
 * @param rate 执行率 in percent, two decimals
 * @param weight 分数, two decimals; {@code null} in all rows but the first, which print {@code -}
 * @param score 得分, two decimals; {@code null} in all rows but the first
 */
public record ScoredFund(
        FundRow row,
        BigDecimal rate,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal score) {}
