package org.diban.indicator.proof;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** Why a form cannot be bundled, or a figure is not proved. */
public enum ProofProblem implements ProblemCode {
    /** Facts of the form, facts sealed. */
    NOT_SEALED(
            "PROOF-1001",
            ProblemKind.CONFLICT,
            "表单有 {0} 条事实，其中 {1} 条已封存；请稍候，待其余封存后再导出",
            "The form has {0} facts of which {1} are sealed; wait until the others are, then export again"),
    /** Measure. */
    DEFINITION_UNKNOWN(
            "PROOF-1002",
            ProblemKind.INTERNAL,
            "找不到指标定义 {0} 的这一版本；请报告此问题",
            "This version of the definition {0} is not known; report this"),
    /** Stream. */
    STREAM_NOT_COMPLETE(
            "PROOF-2001",
            ProblemKind.DATA,
            "证据包未声明序列 {0} 齐全，可能有记录被略去",
            "The bundle does not claim to hold stream {0} in full, so rows may have been left out"),
    /** Problem of the fold in English. */
    FORM_IMPOSSIBLE(
            "PROOF-2002",
            ProblemKind.DATA,
            "日志中的事实不能构成所声称的表单（{0}）",
            "The facts in the log do not make the form that is claimed ({0})"),
    /** Printed, recomputed. */
    FIGURE_DIFFERS(
            "PROOF-2003",
            ProblemKind.DATA,
            "打印为“{0}”，按日志推算应为“{1}”",
            "It is printed as \"{0}\" and the log gives \"{1}\""),
    /** No arguments. */
    ORIGIN_DIFFERS(
            "PROOF-2004",
            ProblemKind.DATA,
            "所称的来源与日志推算的来源不同",
            "It is said to rest on other facts or rows than the log gives"),
    /** No arguments. */
    FIGURE_MISSING("PROOF-2005", ProblemKind.DATA, "主张中没有此数字，表单上却有", "It is on the form and not among the claims"),
    /** No arguments. */
    FIGURE_INVENTED("PROOF-2006", ProblemKind.DATA, "主张中有此数字，表单上却没有", "It is among the claims and not on the form"),
    /** First row that is missing. */
    ROWS_MISSING(
            "PROOF-2007",
            ProblemKind.DATA,
            "缺少计算所用的记录 {0}",
            "The row {0} that it was computed from is not in the bundle"),
    /** Row. */
    ROW_LEFT_OUT(
            "PROOF-2008", ProblemKind.DATA, "记录 {0} 应计入而未计入", "The row {0} should have been counted and was left out"),
    /** Definition. */
    DEFINITION_DIFFERS(
            "PROOF-2009",
            ProblemKind.DATA,
            "证据包中没有日志所指的那一版定义 {0}",
            "The bundle does not hold the version of definition {0} that the log names"),
    /** No arguments. */
    RESULT_DIFFERS(
            "PROOF-2010",
            ProblemKind.DATA,
            "按定义从记录重新计算，结果与日志记载的不同",
            "Computed again from the rows, the result is not the one that the log records"),
    /** Figure. */
    RESTS_ON_UNPROVED(
            "PROOF-2011", ProblemKind.DATA, "它依据的数字 {0} 未获证明", "It rests on the figure {0}, which is not proved"),
    /** Limit. */
    TOO_SCATTERED(
            "PROOF-2012",
            ProblemKind.RESOURCE,
            "计算所用的记录在日志中交错过多（超过 {0} 条），无法一次读完验证",
            "The rows it was computed from are interleaved in the log by more than {0}, too many to verify in one pass"),
    /** Row. */
    ROW_TOO_LATE(
            "PROOF-2013",
            ProblemKind.DATA,
            "记录 {0} 晚于该数字的截止时间",
            "The row {0} was recorded after the instant as of which the figure was computed"),
    /** Fiscal year. */
    PERIOD_OUTSIDE(
            "PROOF-2014",
            ProblemKind.DATA,
            "该数字的统计周期不在 {0} 年度内",
            "The figure is about a period that does not lie in {0}"),
    /** Signer, key. */
    FINALISATION_UNSIGNED(
            "PROOF-2015",
            ProblemKind.DATA,
            "定稿签名（签署人 {0}，密钥 {1}）不是所信日志密钥对该定稿的有效签名",
            "The signature of the finalisation (signer {0}, key {1}) is not one of a trusted key of the log over this form");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    ProofProblem(String code, ProblemKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public Text message() {
        return message;
    }
}
