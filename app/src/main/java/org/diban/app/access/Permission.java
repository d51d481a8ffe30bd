package org.diban.app.access;

import org.diban.app.shell.Right;
import org.diban.kernel.problem.Text;

/** What a person can be allowed to do. A released name keeps its meaning: tokens and audit records hold it. */
public enum Permission implements Right {
    FORM_READ("查看自评表", "Read forms"),
    FORM_EDIT("编辑自评表", "Edit forms"),
    FIGURE_ENTER("填报数据", "Enter figures"),
    DEDUCTION_RECORD("记录扣分", "Record deductions"),
    FORM_FINALISE("定稿", "Finalise forms"),
    FORM_REOPEN("重新打开已定稿的表", "Reopen final forms"),
    EVIDENCE_READ("查看存证", "Read evidence"),
    EVIDENCE_BUNDLE("导出证明包", "Export proof bundles"),
    JOB_READ("查看任务", "See jobs"),
    JOB_CANCEL("取消任务", "Cancel jobs"),
    PEOPLE_READ("查看人员和机构", "See people and organisations"),
    PEOPLE_EDIT("维护人员和账号", "Maintain people and accounts"),
    ORGANISATION_EDIT("维护机构", "Maintain organisations"),
    GRANT_EDIT("授予和收回岗位", "Grant and revoke roles"),
    AUDIT_READ("查看审计", "Read the audit"),
    AUDIT_CONSENT("批准涉及审计管理员的操作", "Consent to acts upon audit administrators"),
    SYSTEM_READ("查看运行状况", "See how the system runs");

    private final Text label;

    Permission(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** The words people read. */
    public Text label() {
        return label;
    }
}
