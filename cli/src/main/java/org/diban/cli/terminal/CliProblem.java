package org.diban.cli.terminal;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a command: 10xx how it was written, 11xx its files. */
public enum CliProblem implements ProblemCode {
    /** Arguments: the word. */
    UNKNOWN_WORD(1001, ProblemKind.USER, "不认识“{0}”。用 --help 查看用法", "\"{0}\" is not known here. See --help"),
    /** Arguments: the names. */
    MISSING_WORD(1002, ProblemKind.USER, "缺少 {0}。用 --help 查看用法", "{0} is missing. See --help"),
    /** Arguments: the value, the option. */
    BAD_VALUE(1003, ProblemKind.USER, "“{0}”不能用于 {1}。用 --help 查看用法", "\"{0}\" is no value for {1}. See --help"),
    /** Arguments: the measure. */
    NO_MEASURE(
            1004,
            ProblemKind.USER,
            "没有指标定义“{0}”。用 diban measure list 查看全部定义",
            "There is no measure \"{0}\". See diban measure list"),
    /** Arguments: the number, how many there are. */
    NO_SUCH_FORM(1005, ProblemKind.USER, "没有第 {0} 张表，文件中共有 {1} 张", "There is no form {0}; the file has {1}"),
    /** Arguments: the rule set. */
    NO_RULE_SET(1006, ProblemKind.USER, "没有评分规则“{0}”，可用：{1}", "There is no rule set \"{0}\"; there are: {1}"),
    /** Arguments: the ending. */
    UNKNOWN_FORMAT(1007, ProblemKind.USER, "不能写“{0}”格式，可用：{1}", "The format \"{0}\" cannot be written; there are: {1}"),
    /** Arguments: how many forms. */
    ONE_FORM_ONLY(
            1008,
            ProblemKind.USER,
            "这种格式每个文件只放一张表，而文件中有 {0} 张。请用 --form 选择",
            "This format takes one form a file, and there are {0}. Choose with --form"),

    /** Arguments: the file. */
    NO_FILE(1101, ProblemKind.USER, "没有文件或文件夹“{0}”", "There is no file or folder \"{0}\""),
    /** Arguments: the file, what the system says. */
    UNREADABLE(1102, ProblemKind.EXTERNAL, "“{0}”无法读取：{1}", "\"{0}\" cannot be read: {1}"),
    /** Arguments: the file, what the system says. */
    UNWRITABLE(1103, ProblemKind.EXTERNAL, "“{0}”无法写入：{1}", "\"{0}\" cannot be written: {1}"),
    /** Arguments: the file. */
    FILE_EXISTS(1104, ProblemKind.USER, "“{0}”已存在。加 --force 覆盖", "\"{0}\" already exists. Overwrite it with --force"),
    /** Arguments: the folder. */
    EMPTY_FOLDER(
            1105,
            ProblemKind.USER,
            "文件夹“{0}”中没有 .txt、.tsv、.xlsx 或 .json 文件",
            "The folder \"{0}\" has no .txt, .tsv, .xlsx or .json files");

    private final int number;
    private final ProblemKind kind;
    private final Text message;

    CliProblem(int number, ProblemKind kind, String zh, String en) {
        this.number = number;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "CLI-" + number;
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
