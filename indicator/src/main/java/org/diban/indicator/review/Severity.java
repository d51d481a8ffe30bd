package org.diban.indicator.review;

import org.diban.kernel.problem.Text;

/** How much a finding weighs. */
public enum Severity {
    /** The form is wrong or breaks a rule. */
    ERROR("错误", "Error"),
    /** The form may be right but must be explained. */
    WARNING("警告", "Warning"),
    /** Worth knowing. */
    NOTE("提示", "Note");

    private final Text name;

    Severity(String zh, String en) {
        this.name = new Text(zh, en);
    }

    /** The word for people. */
    public Text text() {
        return name;
    }
}
