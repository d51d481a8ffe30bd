package org.diban.indicator.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the indicator table.
 *
 * @param id stable within its form, for example {@code i03}; what facts and links refer to
 * @param level1 一级指标, for example 产出指标
 * @param level2 二级指标, for example 数量指标
 * @param level3 三级指标: its name
 * @param target 年度指标值
 * @param actual 实际完成值; {@code null} when nothing has been measured or entered, which is not nought
 * @param weight 分值, two decimals
 * @param measure the measure that produces the actual value; {@code null} when none is bound
 * @param deductions what an assessor took off the computed score
 * @param explanation 偏差原因分析及改进措施; empty when there is none
 */
public record Indicator(
        String id,
        String level1,
        String level2,
        String level3,
        Target target,
        @Nullable Actual actual,
        BigDecimal weight,
        @Nullable MeasureRef measure,
        List<Deduction> deductions,
        String explanation) {
    public Indicator {
        deductions = List.copyOf(deductions);
        weight = weight.setScale(2);
    }

    /** The same indicator with another actual value. */
    public Indicator withActual(@Nullable Actual other) {
        return new Indicator(id, level1, level2, level3, target, other, weight, measure, deductions, explanation);
    }

    /** The same indicator with other deductions. */
    public Indicator withDeductions(List<Deduction> others) {
        return new Indicator(id, level1, level2, level3, target, actual, weight, measure, others, explanation);
    }
}
