package org.diban.indicator.measure;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with definitions. */
public enum MeasureProblem implements ProblemCode {
    NOT_A_DEFINITION(
            1001,
            "指标定义无法读取:{0}。请按 docs/reference/measures.md 的格式修改。",
            "This is not a definition: {0}. Correct it after docs/reference/measures.md."),
    DEFINED_TWICE(1002, "{0} 第 {1} 版被定义了两次。请删去一份。", "{0} version {1} is defined twice. Remove one of the two."),
    VERSION_MISSING(
            1003,
            "{0} 有第 {1} 版,但缺少第 {2} 版。已发布的版本不得删除,请补回。",
            "{0} has version {1} but not version {2}. A released version is never removed; put it back."),
    HELPS_THE_REPORTER(
            1004,
            "{0} 的取舍规则有利于填报单位。越大越好的须截断,越小越好的须进位。",
            "{0} is rounded in favour of the reporter. Truncate where more is better, round up where less is better."),
    NO_DENOMINATOR_TEXT(
            1005,
            "{0} 是比率,但没有说明分母。请补充 denominator。",
            "{0} is a ratio and does not say what its denominator is. Add it."),
    GUARD_MISSING(1006, "{0} 的统计方法需要约束 {1}。请补充。", "The statistic of {0} needs the guard {1}. Add it."),
    GUARD_UNFIT(1007, "{0} 的约束 {1} 不适用于它的统计方法。请删去。", "The guard {1} does not go with the statistic of {0}. Remove it."),
    UNKNOWN_MEASURE(
            1008,
            "指标名称\u201c{0}\u201d对应的度量 {1} 不存在。请改正名称表。",
            "The indicator name \"{0}\" is mapped to {1}, which does not exist. Correct the table of names.");

    private final int number;
    private final Text message;

    MeasureProblem(int number, String zh, String en) {
        this.number = number;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "MEAS-" + number;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.DATA;
    }

    @Override
    public Text message() {
        return message;
    }
}
