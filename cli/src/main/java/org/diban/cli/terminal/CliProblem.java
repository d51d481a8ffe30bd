package org.diban.cli.terminal;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a command: 10xx how it was written, 11xx its files, 12xx its server. */
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
    /** Arguments: the option. */
    ONLY_FILES(1009, ProblemKind.USER, "{0} 只用于文件，不能用于服务器上的自评表", "{0} is for files only, not for a form of the server"),
    /** Arguments: the option. */
    ONLY_SERVER(1010, ProblemKind.USER, "{0} 只用于服务器，不能用于文件", "{0} is for the server only, not for files"),
    /** Arguments: how many files. */
    ONE_FILE_ONLY(
            1011,
            ProblemKind.USER,
            "每次只能导入一个文件，给出了 {0} 个。只检查多个文件请加 --check",
            "One file is imported at a time, and there are {0}. Add --check to only check several"),
    /** Arguments: the word. */
    NOT_A_FORM(
            1012,
            ProblemKind.USER,
            "“{0}”不是自评表编号。用 diban form list 查看编号",
            "\"{0}\" is no identifier of a form. See diban form list"),
    /** Arguments: the word, which there are. */
    NO_ORGANISATION(
            1013,
            ProblemKind.USER,
            "没有名称、代码或编号为“{0}”的机构，或不止一个。现有：{1}",
            "No organisation, or more than one, has the name, code or identifier \"{0}\". There are: {1}"),

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
            "The folder \"{0}\" has no .txt, .tsv, .xlsx or .json files"),

    NO_TOKEN(
            1201,
            ProblemKind.USER,
            "没有访问令牌。请在“个人”页面创建令牌，用 --token-file、DIBAN_TOKEN_FILE 或 DIBAN_TOKEN 给出",
            "There is no token. Make one on your profile page and name it by --token-file, DIBAN_TOKEN_FILE or DIBAN_TOKEN"),
    /** Arguments: the file or variable. */
    BAD_TOKEN(1202, ProblemKind.USER, "{0} 中的内容不是一个访问令牌", "What is in {0} is not one token"),
    /** Arguments: the server, what the system says. */
    UNREACHABLE(
            1203,
            ProblemKind.EXTERNAL,
            "无法连接服务器 {0}：{1}。请检查 --server，并确认服务器正在运行",
            "The server {0} cannot be reached: {1}. Check --server and that the server runs"),
    /** Arguments: the server, what the system says. */
    BROKEN_OFF(
            1204,
            ProblemKind.EXTERNAL,
            "服务器 {0} 的回答中断：{1}。请重试",
            "The answer of the server {0} broke off: {1}. Try again"),
    /** Arguments: the server, what it answered. */
    NOT_DIBAN(
            1205,
            ProblemKind.EXTERNAL,
            "{0} 的回答不是底板的回答（{1}）。请检查 --server，以及两边的版本是否一致",
            "{0} does not answer as Diban does ({1}). Check --server and that both have the same version");

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
