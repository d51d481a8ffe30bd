package org.diban.indicator.printed;

/**
 * The cells of one row of the indicator table.
 *
 * @param level1 一级指标, filled down from the row where it is printed
 * @param level2 二级指标, filled down from the row where it is printed
 * @param level3 三级指标
 * @param target 年度指标值, for example {@code ≥95.00(%)}
 * @param actual 实际完成值
 * @param weight 分值
 * @param score 得分
 * @param explanation 偏差原因分析及改进措施
 */
public record PrintedIndicator(
        Cell level1, Cell level2, Cell level3, Cell target, Cell actual, Cell weight, Cell score, Cell explanation) {}
