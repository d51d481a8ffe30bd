package org.diban.indicator.printed;

import java.util.Set;
import java.util.regex.Pattern;

/** The words by which the parts of a form are recognised. */
final class Labels {
    static final String TITLE = "绩效自评表";
    static final String PROJECT = "项目名称";
    static final String DEPARTMENT = "主管部门";
    static final String UNIT = "实施单位";
    static final String YEAR = "年度";
    static final String FUNDS = "项目资金";
    static final String INITIAL_BUDGET = "年初预算数";
    static final String ANNUAL_BUDGET = "全年预算数";
    static final String EXECUTED = "全年执行数";
    static final String FUND_WEIGHT = "分数";
    static final String RATE = "执行率(%)";
    static final String SCORE = "得分";
    static final String EXPECTED_GOALS = "预期目标";
    static final String ACTUAL_GOALS = "实际完成情况";
    static final String LEVEL_1 = "一级指标";
    static final String LEVEL_2 = "二级指标";
    static final String LEVEL_3 = "三级指标";
    static final String TARGET = "年度指标值";
    static final String ACTUAL = "实际完成值";
    static final String WEIGHT = "分值";
    static final String EXPLANATION = "偏差原因分析及改进措施";
    static final String TOTAL = "总分";
    static final String GRADE = "评分等级";

    /** Names of the second level that are never names of the first. */
    static final Set<String> SECOND_LEVEL = Set.of(
            "数量指标",
            "质量指标",
            "时效指标",
            "经济成本指标",
            "社会成本指标",
            "生态环境成本指标",
            "经济效益指标",
            "社会效益指标",
            "生态效益指标",
            "可持续影响指标",
            "服务对象满意度指标");

    /** Names of the first level; 成本指标 is also one of the second. */
    static final Set<String> FIRST_LEVEL = Set.of("成本指标", "产出指标", "效益指标", "满意度指标");

    /** Lines that accompany a form and hold none of its content. */
    static final Pattern NOTE = Pattern.compile("(填表人|填报人|填表日期|填报日期|联系人|联系电话|审核人|单位：万元|单位:万元|备注|注：|注:).*");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000\\ufeff]+");

    private Labels() {}

    /** The text without blanks, brackets and colons made half-width: how labels are compared. */
    static String compact(String text) {
        return BLANKS.matcher(text)
                .replaceAll("")
                .replace('（', '(')
                .replace('）', ')')
                .replace('：', ':')
                .replace('％', '%');
    }

    /** The text without blanks at its ends, no-break and ideographic ones included. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }
}
