package org.diban.indicator.format.pdf;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a form that is printed as PDF. */
public enum PdfProblem implements ProblemCode {
    /** Characters that no font has. */
    NO_GLYPH(
            "PDF-1001",
            ProblemKind.DATA,
            "字体中没有这些字符，已印为 □：{0}。请改用常用字，或以 DOCX 导出。",
            "The fonts have no glyph for these characters, which are printed as □: {0}. Use common characters, or export as DOCX.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    PdfProblem(String code, ProblemKind kind, String zh, String en) {
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
