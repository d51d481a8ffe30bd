package org.diban.indicator.format.json;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a form in JSON. */
public enum JsonProblem implements ProblemCode {
    /** Arguments: what the reader found. */
    NOT_JSON(
            1401,
            "文件不是可以读取的 JSON（{0}）。请检查文件是否完整、是否为 UTF-8",
            "The file is not JSON that can be read ({0}). Check that it is complete and in UTF-8"),
    /** Arguments: the format that was found. */
    OTHER_FORMAT(
            1402,
            "文件格式为“{0}”，只能读取 diban-form/1。请用相应版本导出",
            "The file has the format \"{0}\"; only diban-form/1 can be read. Export it in that format"),
    /** Arguments: what is wrong, where. */
    BAD_MEMBER(
            1403,
            "“{1}”有误：{0}。格式说明见 docs/reference/form-json.md",
            "Wrong content at \"{1}\": {0}. The format is described in docs/reference/form-json.md"),
    /** Arguments: the limit in MB. */
    TOO_LARGE(1404, "文件超过 {0} MB，未读取", "The file is larger than {0} MB and was not read");

    private final int number;
    private final Text message;

    JsonProblem(int number, String zh, String en) {
        this.number = number;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "FORM-" + number;
    }

    @Override
    public ProblemKind kind() {
        return this == TOO_LARGE ? ProblemKind.RESOURCE : ProblemKind.DATA;
    }

    @Override
    public Text message() {
        return message;
    }
}
