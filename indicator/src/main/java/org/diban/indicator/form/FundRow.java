package org.diban.indicator.form;

import org.diban.kernel.number.Money;

/**
 * The money of one source.
 *
 * @param source which source
 * @param initialBudget 年初预算数
 * @param annualBudget 全年预算数, after the adjustments of the year; the denominator of the execution rate
 * @param executed 全年执行数: payments dated in the fiscal year
 */
public record FundRow(FundSource source, Money initialBudget, Money annualBudget, Money executed) {}
