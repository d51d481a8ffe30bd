package org.diban.app.performance;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with self-evaluation forms in the application. */
public enum PerformanceProblem implements ProblemCode {
    NO_SUCH_FORM(1001, ProblemKind.USER, "没有编号为 {0} 的自评表；请从总览进入", "There is no form {0}; open it from the overview"),
    CHANGED_MEANWHILE(
            1002,
            ProblemKind.CONFLICT,
            "您打开的是第 {0} 版，其间已有人改到第 {1} 版。您填写的内容仍在；请对照后重新保存",
            "You opened version {0} and somebody has since made version {1}. What you typed is still here; compare and save again"),
    IS_FINAL(
            1003,
            ProblemKind.CONFLICT,
            "自评表已定稿，不能修改；请先说明理由并退回修改",
            "The form is final and cannot be changed; reopen it with a reason first"),
    NOT_FINAL(1004, ProblemKind.CONFLICT, "自评表尚未定稿", "The form is not final"),
    NO_SUCH_INDICATOR(1005, ProblemKind.USER, "这张表没有编号为 {0} 的指标", "The form has no indicator {0}"),
    NO_SUCH_VERSION(1006, ProblemKind.USER, "这张表没有第 {0} 版", "The form has no version {0}"),
    FILE_REQUIRED(
            1007,
            ProblemKind.USER,
            "填报数字必须附上至少一个佐证文件；请选择或拖入文件",
            "An entered figure needs at least one file behind it; choose one or drop it here"),
    NO_SUCH_ENTRY(1008, ProblemKind.USER, "这条记录不存在或已撤回", "There is no such entry, or it was withdrawn"),
    NOT_A_NUMBER(
            1009,
            ProblemKind.USER,
            "“{0}”不是数字；请填写例如 95.00 的数字",
            "\"{0}\" is not a number; enter a number such as 95.00"),
    REASON_REQUIRED(1010, ProblemKind.USER, "请填写理由", "Give a reason"),
    NO_SUCH_FORMAT(1012, ProblemKind.USER, "不支持导出为“{0}”", "There is no export as \"{0}\""),
    NO_SUCH_MEASURE(1013, ProblemKind.USER, "没有编号为 {0} 的指标定义", "There is no measure {0}"),
    BAD_MONEY(
            1014,
            ProblemKind.USER,
            "“{0}”不是以万元表示的金额（最多六位小数）",
            "\"{0}\" is not an amount in 万元 with at most six decimals"),
    BAD_PERIOD(
            1015, ProblemKind.USER, "起止日期不正确：结束日期必须晚于开始日期", "The dates are wrong: the end must come after the start"),
    NO_DENOMINATOR(
            1016,
            ProblemKind.USER,
            "分母必须大于 0；没有分母的比率无法计算",
            "The denominator must be above 0; a ratio without one cannot be computed"),
    NO_ATTAINMENT(1017, ProblemKind.USER, "请选择完成情况", "Choose how far the target was reached"),
    NOT_POINTS(
            1018,
            ProblemKind.USER,
            "“{0}”不是分数；请填写最多两位小数、不为 0 的数字",
            "\"{0}\" is no number of points; enter one with at most two decimals that is not 0"),
    EMPTY_FIELD(1019, ProblemKind.USER, "不能为空", "This must not be empty"),

    NO_SUCH_IMPORT(1101, ProblemKind.USER, "没有编号为 {0} 的导入", "There is no import {0}"),
    IMPORT_DECIDED(1102, ProblemKind.CONFLICT, "这次导入已经完成", "This import is already done"),
    IMPORT_FAULTY(
            1103,
            ProblemKind.DATA,
            "文件有 {0} 个问题，未导入任何内容；请按提示改正后重新上传",
            "The file has {0} problems and nothing of it was imported; correct them and upload it again"),
    FORM_EXISTS(
            1104,
            ProblemKind.CONFLICT,
            "“{0}”{1} 年度的自评表已存在；请选择“作为新版本导入”或改正文件",
            "The {1} form of \"{0}\" exists already; take the file as a new version or correct it"),
    EXISTING_IS_FINAL(
            1105,
            ProblemKind.CONFLICT,
            "“{0}”{1} 年度的自评表已定稿；请先退回修改",
            "The {1} form of \"{0}\" is final; reopen it first"),
    EMPTY_FILE(1106, ProblemKind.USER, "没有选择文件，或文件是空的", "No file was chosen, or it is empty");

    private final int number;
    private final ProblemKind kind;
    private final Text message;

    PerformanceProblem(int number, ProblemKind kind, String zh, String en) {
        this.number = number;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "PERF-" + number;
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
