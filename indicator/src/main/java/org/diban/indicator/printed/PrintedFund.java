package org.diban.indicator.printed;

import org.diban.indicator.form.FundSource;

/**
 * The cells of one row of 项目资金.
 *
 * @param source which row
 * @param label the row's label as printed, for example 其中：当年财政拨款
 * @param initialBudget 年初预算数, 万元
 * @param annualBudget 全年预算数, 万元
 * @param executed 全年执行数, 万元
 * @param weight 分数; {@code -} in all rows but the first
 * @param rate 执行率(%)
 * @param score 得分; {@code -} in all rows but the first
 */
public record PrintedFund(
        FundSource source,
        Cell label,
        Cell initialBudget,
        Cell annualBudget,
        Cell executed,
        Cell weight,
        Cell rate,
        Cell score) {}
