package org.diban.cli.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;

/** The cells of a form by names that mean the same on two forms: labels, and for indicators their own names. */
final class NamedCells {
    private NamedCells() {}

    static Map<String, String> of(PrintedForm form) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("年度", form.year().text());
        cells.put("项目名称", form.project().text());
        cells.put("主管部门", form.department().text());
        cells.put("实施单位", form.unit().text());
        for (PrintedFund fund : form.funds()) {
            String row = fund.source().zh() + " / ";
            cells.put(row + "年初预算数", fund.initialBudget().text());
            cells.put(row + "全年预算数", fund.annualBudget().text());
            cells.put(row + "全年执行数", fund.executed().text());
            cells.put(row + "执行率(%)", fund.rate().text());
            cells.put(row + "得分", fund.score().text());
        }
        cells.put("预期目标", form.expectedGoals().text());
        cells.put("实际完成情况", form.actualGoals().text());
        for (PrintedIndicator indicator : form.indicators()) {
            String row = unused(cells, indicator.level3().text()) + " / ";
            cells.put(row + "一级指标", indicator.level1().text());
            cells.put(row + "二级指标", indicator.level2().text());
            cells.put(row + "年度指标值", indicator.target().text());
            cells.put(row + "实际完成值", indicator.actual().text());
            cells.put(row + "分值", indicator.weight().text());
            cells.put(row + "得分", indicator.score().text());
            cells.put(row + "偏差原因", indicator.explanation().text());
        }
        cells.put("总分 / 分值", form.totalWeight().text());
        cells.put("总分 / 得分", form.totalScore().text());
        cells.put("评分等级", form.grade().text());
        return cells;
    }

    /** The name, with a number when an indicator before has it too. */
    private static String unused(Map<String, String> cells, String name) {
        String candidate = name;
        for (int n = 2; cells.containsKey(candidate + " / 年度指标值"); n++) {
            candidate = name + " (" + n + ")";
        }
        return candidate;
    }
}
