package org.diban.app.performance;

import java.math.BigDecimal;
import java.time.Instant;
import org.diban.indicator.ledger.FormState.Status;
import org.diban.kernel.number.Money;

/**
 * A form in a list.
 *
 * @param id {@code frm_…}
 * @param organisation the organisation in whose scope the form lies
 * @param year the fiscal year
 * @param project 项目名称
 * @param department 主管部门
 * @param unit 实施单位
 * @param state draft or final
 * @param version the number of facts that made it
 * @param score 总分 as computed, deductions included
 * @param grade 评分等级 as printed
 * @param rate 执行率 in percent, as printed
 * @param initialBudget 年初预算数
 * @param annualBudget 全年预算数
 * @param executed 全年执行数
 * @param coverage what stands behind its figures
 * @param findings what the review objects to
 * @param unexplained how many deductions have no reason
 * @param synthetic whether the form is invented
 * @param changed when it was last changed
 */
public record FormSummary(
        String id,
        String organisation,
        int year,
        String project,
        String department,
        String unit,
        Status state,
        long version,
        BigDecimal score,
        String grade,
        BigDecimal rate,
        Money initialBudget,
        Money annualBudget,
        Money executed,
        Coverage coverage,
        FindingCounts findings,
        int unexplained,
        boolean synthetic,
        Instant changed) {}
