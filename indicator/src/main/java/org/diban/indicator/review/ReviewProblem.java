package org.diban.indicator.review;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can keep a review from being complete. */
public enum ReviewProblem implements ProblemCode {
    /** Arguments: the unit, the year, the number of forms, the limit. */
    GROUP_TOO_LARGE(
            1001,
            ProblemKind.RESOURCE,
            "“{0}”{1} 年度有 {2} 张表，超过 {3} 张，未做表间比对（V16、V19）。请按实施单位分开审核",
            "\"{0}\" has {2} forms of {1}, more than {3}; they were not compared with each other (V16, V19). Review them unit by unit"),
    CANCELLED(1002, ProblemKind.USER, "审核已取消，结果不完整", "The review was cancelled; its findings are not complete");

    private final int number;
    private final ProblemKind kind;
    private final Text message;

    ReviewProblem(int number, ProblemKind kind, String zh, String en) {
        this.number = number;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return "REVW-" + number;
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
