package org.diban.indicator.printed;

import java.util.ArrayList;
import java.util.List;
import org.diban.kernel.problem.Location;

/**
 * The cells of one form.
 *
 * <p>The cells that a check of a form counts are 36 of the form – project, department, unit, both goals, seven in each of the four
 * rows of funds, total weight, total score and grade – and five of each indicator: its name, target, actual value, weight and score.
 *
 * @param location where the form begins
 * @param year the year, printed as {@code (2024年度)}
 * @param project 项目名称
 * @param department 主管部门
 * @param unit 实施单位
 * @param expectedGoals 预期目标
 * @param actualGoals 实际完成情况
 * @param funds the four rows of 项目资金, in the order of {@link org.diban.indicator.form.FundSource}
 * @param indicators the rows of the indicator table
 * @param totalWeight 总分, column 分值
 * @param totalScore 总分, column 得分
 * @param grade 评分等级
 */
public record PrintedForm(
        Location location,
        Cell year,
        Cell project,
        Cell department,
        Cell unit,
        Cell expectedGoals,
        Cell actualGoals,
        List<PrintedFund> funds,
        List<PrintedIndicator> indicators,
        Cell totalWeight,
        Cell totalScore,
        Cell grade) {
    public PrintedForm {
        funds = List.copyOf(funds);
        indicators = List.copyOf(indicators);
    }

    /** The cells that a check of the form counts, in the order of the form: 36 and five for each indicator. */
    public List<Cell> counted() {
        List<Cell> cells = new ArrayList<>(36 + 5 * indicators.size());
        cells.addAll(List.of(project, department, unit, expectedGoals, actualGoals));
        for (PrintedFund fund : funds) {
            cells.addAll(List.of(
                    fund.label(),
                    fund.initialBudget(),
                    fund.annualBudget(),
                    fund.executed(),
                    fund.weight(),
                    fund.rate(),
                    fund.score()));
        }
        for (PrintedIndicator row : indicators) {
            cells.addAll(List.of(row.level3(), row.target(), row.actual(), row.weight(), row.score()));
        }
        cells.addAll(List.of(totalWeight, totalScore, grade));
        return cells;
    }
}
