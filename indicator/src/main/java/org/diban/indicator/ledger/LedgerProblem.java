package org.diban.indicator.ledger;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** Why a change to a form is refused. */
public enum LedgerProblem implements ProblemCode {
    EMPTY_STREAM(1001, ProblemKind.DATA, "表单没有任何记录。请先建立或导入表单。", "The form has no facts. Open or import it first."),
    UNREADABLE(
            1002,
            ProblemKind.DATA,
            "这条记录无法读取:{0}。请按 docs/reference/ledger.md 检查其内容。",
            "This fact cannot be read: {0}. Check its body against docs/reference/ledger.md."),
    OTHER_STREAM(
            1003,
            ProblemKind.DATA,
            "这条记录属于 {0},不属于 {1}。请分开处理。",
            "This fact belongs to {0}, not to {1}. Keep the streams apart."),
    GAP(
            1004,
            ProblemKind.DATA,
            "应为第 {0} 条记录,却是第 {1} 条。中间的记录缺失或重复,请从存证库重新取出全部记录。",
            "Fact {0} should come here, not {1}. One is missing or doubled; read the whole stream again."),
    NOT_OPENED(
            1005,
            ProblemKind.DATA,
            "第一条记录必须是建立表单；再次建立时年度不能改变。",
            "The first fact opens the form, and one that opens it anew keeps its year."),
    FINAL(
            1006,
            ProblemKind.USER,
            "表单已定稿,不能再改。如需修改,请先说明理由退回。",
            "The form is final and cannot be changed. Reopen it with a reason first."),
    NOT_FINAL(1007, ProblemKind.USER, "表单尚未定稿,无需退回。", "The form is a draft; there is nothing to reopen."),
    UNKNOWN_INDICATOR(
            1008,
            ProblemKind.USER,
            "表单中没有指标 {0}。请刷新页面后重选。",
            "The form has no indicator {0}. Reload the page and choose again."),
    WRONG_CORRECTION(
            1009, ProblemKind.DATA, "这条记录更正的应是 {0},而不是 {1}。", "This fact takes the place of {0}, but names {1}."),
    VALUE_UNFIT(
            1010,
            ProblemKind.USER,
            "指标 {0} 的实际值与目标不是同一类:数值目标填数值,定性目标选达成程度。",
            "The value does not go with the target of {0}: a number for a target in numbers, an attainment for one in words."),
    NO_FILES(
            1011,
            ProblemKind.USER,
            "人工填报的实际值至少要有一份佐证材料。请上传后再填报。",
            "A figure entered by a person needs at least one file behind it. Add the file and enter it again."),
    DATED_AFTER_SUBMISSION(
            1012,
            ProblemKind.USER,
            "佐证材料的日期 {0} 晚于填报日期 {1}。请核对材料日期,或换用填报之前的材料。",
            "The evidence is dated {0}, after its submission on {1}. Check the date, or use evidence from before."),
    PRINTED_HELPS(
            1013,
            ProblemKind.DATA,
            "打印值 {0} 与未取舍的数值 {1} 不符,或取舍有利于填报单位。越大越好的须截断,越小越好的须进位。",
            "The printed {0} does not go with the exact {1}, or rounds it in favour of the reporter. Truncate where more is better, round up where less is."),
    OTHER_MEASURE(
            1014,
            ProblemKind.USER,
            "指标 {0} 使用的度量是 {1},不是 {2}。请按绑定的定义填报。",
            "Indicator {0} is bound to {1}, not to {2}. Follow the definition it is bound to."),
    NO_FIGURE(1015, ProblemKind.USER, "指标 {0} 没有可撤回的实际值。", "Indicator {0} has no figure to withdraw."),
    FIGURE_IN_THE_WAY(
            1016,
            ProblemKind.USER,
            "指标 {0} 已有实际值,修订后不再适用。请先撤回该实际值。",
            "Indicator {0} has a figure that does not go with the revised structure. Withdraw it first."),
    IDENTIFIER_USED(
            1017,
            ProblemKind.USER,
            "指标标识 {0} 曾被使用过。请换一个新的标识。",
            "The identifier {0} was used before. Choose a new one."),
    UNKNOWN_DEDUCTION(
            1018,
            ProblemKind.USER,
            "指标 {0} 没有第 {1} 条记录所记的扣分,或该扣分已撤回。",
            "Indicator {0} has no deduction recorded by fact {1}, or it was withdrawn."),
    NOTHING_TO_EXPLAIN(
            1019,
            ProblemKind.USER,
            "指标 {0} 没有这么多未说明的扣分:未说明 {1} 分,本次说明 {2} 分。",
            "Indicator {0} lacks {1} points without a reason; {2} cannot be explained."),
    UNKNOWN_RULES(
            1020,
            ProblemKind.USER,
            "没有评分规则 {0} 第 {1} 版。请从列表中选择。",
            "There is no version {1} of the rule set {0}. Choose one from the list."),
    STATEMENT_DIFFERS(
            1021,
            ProblemKind.DATA,
            "定稿所签的内容与表单现状不一致。请重新打开表单核对后再签。",
            "What was signed is not the form as it stands. Open the form again, check it and sign again."),
    CONFLICT(
            2001,
            ProblemKind.CONFLICT,
            "您打开表单之后,它又有 {0} 处变化:{1}。请查看最新内容后再提交。",
            "Since you opened the form, {0} changes were made: {1}. Look at it again before you submit.");

    private final int number;
    private final ProblemKind kind;
    private final Text message;

    LedgerProblem(int number, ProblemKind kind, String zh, String en) {
        this.number = number;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "LEDG-" + number;
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
