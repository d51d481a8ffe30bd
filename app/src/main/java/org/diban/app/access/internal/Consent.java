package org.diban.app.access.internal;

import java.time.Instant;
import org.diban.kernel.problem.Text;

/**
 * An act upon an audit administrator that waits for the word of one.
 *
 * @param personName who it is about
 * @param askedByName who wants it
 */
public record Consent(
        String id,
        Action action,
        String person,
        String personName,
        String reason,
        String askedBy,
        String askedByName,
        Instant asked) {
    /** What is to be done. */
    public enum Action {
        GRANT_AUDIT("授予审计管理员岗位", "Grant the role of audit administrator"),
        REVOKE_AUDIT("收回审计管理员岗位", "Revoke the role of audit administrator"),
        DISABLE("停用账号", "Disable the account"),
        RESET_PASSWORD("重置密码", "Reset the password"),
        RESET_SECOND_FACTOR("解除双因素", "Remove the second factor");

        private final Text label;

        Action(String zh, String en) {
            this.label = new Text(zh, en);
        }

        /** The words people read. */
        public Text label() {
            return label;
        }
    }
}
