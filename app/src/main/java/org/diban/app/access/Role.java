package org.diban.app.access;

import static org.diban.app.access.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.diban.kernel.problem.Text;

/** A fixed set of permissions that is granted as one, for an organisation and everything below it. */
public enum Role {
    SYSTEM_ADMIN(
            "系统管理员",
            "System administrator",
            true,
            EnumSet.of(PEOPLE_READ, PEOPLE_EDIT, ORGANISATION_EDIT, JOB_READ, JOB_CANCEL, SYSTEM_READ)),
    SECURITY_ADMIN("安全管理员", "Security administrator", true, EnumSet.of(PEOPLE_READ, GRANT_EDIT)),
    AUDIT_ADMIN("审计管理员", "Audit administrator", true, EnumSet.of(AUDIT_READ, AUDIT_CONSENT)),
    FINANCE_OFFICER(
            "财务",
            "Finance officer",
            false,
            EnumSet.of(
                    FORM_READ,
                    FORM_EDIT,
                    FIGURE_ENTER,
                    FORM_FINALISE,
                    FORM_REOPEN,
                    EVIDENCE_READ,
                    EVIDENCE_BUNDLE,
                    JOB_READ,
                    JOB_CANCEL)),
    PROJECT_OFFICER(
            "项目经办", "Project officer", false, EnumSet.of(FORM_READ, FORM_EDIT, FIGURE_ENTER, EVIDENCE_READ, JOB_READ)),
    ASSESSOR("评价人", "Assessor", false, EnumSet.of(FORM_READ, DEDUCTION_RECORD, EVIDENCE_READ)),
    SUPERVISOR("监管人", "Supervisor", false, EnumSet.of(FORM_READ, EVIDENCE_READ, EVIDENCE_BUNDLE)),
    LEADER("领导", "Leader", false, EnumSet.of(FORM_READ, EVIDENCE_READ));

    private final Text label;
    private final boolean administrator;
    private final Set<Permission> permissions;

    Role(String zh, String en, boolean administrator, EnumSet<Permission> permissions) {
        this.label = new Text(zh, en);
        this.administrator = administrator;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** The words people read. */
    public Text label() {
        return label;
    }

    /** Whether it is one of the three administrators, which no account combines with any other role. */
    public boolean administrator() {
        return administrator;
    }

    /** What it allows. */
    public Set<Permission> permissions() {
        return permissions;
    }
}
