package org.diban.indicator.form;

import java.util.List;

/**
 * One project's self-evaluation form of one year.
 *
 * @param year the fiscal year, for example 2024
 * @param project 项目名称
 * @param department 主管部门
 * @param unit 实施单位
 * @param expectedGoals 预期目标: plain text, paragraphs separated by a line feed
 * @param actualGoals 实际完成情况: plain text, paragraphs separated by a line feed
 * @param funds the rows of 项目资金, one for each {@link FundSource} and in its order
 * @param indicators the rows of the indicator table, in their printed order
 * @param style the habits of print of the document that the form was taken over from
 */
public record Form(
        int year,
        String project,
        String department,
        String unit,
        String expectedGoals,
        String actualGoals,
        List<FundRow> funds,
        List<Indicator> indicators,
        PrintStyle style) {
    public Form {
        funds = List.copyOf(funds);
        indicators = List.copyOf(indicators);
        if (!funds.stream().map(FundRow::source).toList().equals(List.of(FundSource.values()))) {
            throw new IllegalArgumentException("a form has one row for each source of funds, in order");
        }
        if (indicators.stream().map(Indicator::id).distinct().count() != indicators.size()) {
            throw new IllegalArgumentException("two indicators of a form have one id");
        }
    }

    /** A form in the standard style. */
    public Form(
            int year,
            String project,
            String department,
            String unit,
            String expectedGoals,
            String actualGoals,
            List<FundRow> funds,
            List<Indicator> indicators) {
        this(year, project, department, unit, expectedGoals, actualGoals, funds, indicators, PrintStyle.STANDARD);
    }

    /** The row of a source of funds. */
    public FundRow fund(FundSource source) {
        return funds.get(source.ordinal());
    }

    /** The same form with other indicators. */
    public Form withIndicators(List<Indicator> others) {
        return new Form(year, project, department, unit, expectedGoals, actualGoals, funds, others, style);
    }
}
