package org.diban.app.access;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with people, organisations, roles and signing in. */
public enum AccessProblem implements ProblemCode {
    BAD_ID(
            "ACC-1001",
            ProblemKind.USER,
            "标识的格式不对。请从列表重新进入。",
            "The identifier is malformed. Start again from the list."),
    SIGN_IN_FAILED(
            "ACC-1002",
            ProblemKind.DENIED,
            "账号或密码不正确。连续失败 5 次将锁定 15 分钟。",
            "The account or the password is wrong. Five failures in a row lock the account for 15 minutes."),
    LOCKED(
            "ACC-1003",
            ProblemKind.DENIED,
            "失败次数过多，登录已暂时锁定。请在 {0} 分钟后再试，或联系系统管理员重置密码。",
            "Too many failures: signing in is locked. Try again in {0} minutes, or ask the system administrator for a new password."),
    CODE_WRONG(
            "ACC-1004",
            ProblemKind.DENIED,
            "验证码不正确或已用过。请等待验证器显示下一个验证码，或使用一个恢复码。",
            "The code is wrong or was used already. Wait for the next one, or use a recovery code."),
    PASSWORD_CURRENT("ACC-1005", ProblemKind.USER, "当前密码不正确。", "The current password is wrong."),
    PASSWORD_LENGTH(
            "ACC-1006", ProblemKind.USER, "密码须有 {0} 至 128 个字符。", "The password needs between {0} and 128 characters."),
    PASSWORD_CLASSES(
            "ACC-1007",
            ProblemKind.USER,
            "密码须包含大写字母、小写字母、数字、其他符号中的至少三类。",
            "The password needs at least three of: capital letters, small letters, digits, other characters."),
    PASSWORD_HAS_NAME(
            "ACC-1008", ProblemKind.USER, "密码不能包含账号名。", "The password must not contain the name of the account."),
    PASSWORD_USED(
            "ACC-1009",
            ProblemKind.USER,
            "此密码最近用过。请换一个未在最近 {0} 次中用过的密码。",
            "This password was used lately. Choose one that is not among your last {0}."),
    PASSWORD_REPEAT("ACC-1010", ProblemKind.USER, "两次输入的新密码不一致。", "The two new passwords differ."),
    LOGIN_TAKEN("ACC-1011", ProblemKind.CONFLICT, "账号名已被使用。请另选一个。", "The account name is taken. Choose another one."),
    LOGIN_SHAPE(
            "ACC-1012",
            ProblemKind.USER,
            "账号名须以小写字母开头，由 2 至 40 个小写字母、数字或 . _ - 组成。",
            "The account name begins with a small letter and has 2 to 40 small letters, digits or . _ -"),
    NAME_SHAPE("ACC-1013", ProblemKind.USER, "请填写名称，最多 {0} 个字。", "Give a name of at most {0} characters."),
    NO_PERSON(
            "ACC-1014",
            ProblemKind.USER,
            "没有这个人员。请从人员列表重新进入。",
            "There is no such person. Start again from the list of people."),
    NO_ORGANISATION(
            "ACC-1015",
            ProblemKind.USER,
            "没有这个机构，或已停用。请从机构树中选择。",
            "There is no such organisation, or it is closed. Choose one from the tree."),
    CHANGED_MEANWHILE(
            "ACC-1016",
            ProblemKind.CONFLICT,
            "其间他人已更改此记录，您的更改未保存。请刷新后重新修改。",
            "Somebody else changed this meanwhile; your change was not saved. Reload and make it again."),
    BELOW_ITSELF("ACC-1017", ProblemKind.USER, "机构不能移到自己或自己的下级之下。", "An organisation cannot be moved below itself."),
    NAME_TAKEN(
            "ACC-1018",
            ProblemKind.CONFLICT,
            "同一上级之下已有同名机构，或编码已被使用。",
            "The organisation above already has one of this name, or the code is taken."),
    CODE_SHAPE(
            "ACC-1019", ProblemKind.USER, "编码须为 4 至 18 位数字或大写字母。", "The code has 4 to 18 digits or capital letters."),
    NOT_EMPTY(
            "ACC-1020",
            ProblemKind.CONFLICT,
            "机构下仍有下级机构或在用账号，不能停用。请先移走它们。",
            "There are still organisations or active accounts below this one. Move them away before closing it."),
    SEPARATED(
            "ACC-1021",
            ProblemKind.CONFLICT,
            "三员分立：管理员账号不能兼任其他岗位。请使用另一个账号。",
            "Separation of duties: an administrator's account holds no other role. Use another account."),
    GRANT_EXISTS(
            "ACC-1022",
            ProblemKind.CONFLICT,
            "此人已在该机构担任此岗位。",
            "The person already holds this role for this organisation."),
    NO_GRANT("ACC-1023", ProblemKind.USER, "没有这项授权，或已收回。", "There is no such grant, or it was revoked already."),
    DISTRICT_ONLY(
            "ACC-1024",
            ProblemKind.USER,
            "管理员岗位只能在全区范围授予。",
            "An administrator's role is granted for the whole district."),
    NOT_ONESELF("ACC-1025", ProblemKind.DENIED, "不能对自己的账号执行此操作。", "You cannot do this to your own account."),
    LAST_AUDITOR(
            "ACC-1026",
            ProblemKind.CONFLICT,
            "必须保留至少一名在用的审计管理员。请先增加另一名。",
            "One active audit administrator must remain. Add another one first."),
    CONSENT_ASKED(
            "ACC-1027",
            ProblemKind.CONFLICT,
            "此操作已提交，正在等待审计管理员批准。",
            "This has been asked already and waits for an audit administrator."),
    NO_CONSENT("ACC-1028", ProblemKind.USER, "没有这项待批事项，或已处理。", "There is no such request, or it was decided already."),
    REASON("ACC-1029", ProblemKind.USER, "请填写理由，最多 400 个字。", "Give a reason of at most 400 characters."),
    NO_PERMISSION_CHOSEN("ACC-1030", ProblemKind.USER, "请至少选择一项权限。", "Choose at least one permission."),
    TOKEN_DAYS("ACC-1031", ProblemKind.USER, "有效期须为 1 至 366 天。", "A token is valid for 1 to 366 days."),
    PERSON_DISABLED("ACC-1032", ProblemKind.CONFLICT, "账号已停用。", "The account is disabled."),
    NO_SECOND_FACTOR("ACC-1033", ProblemKind.USER, "请先绑定验证器。", "Set up the second factor first."),
    SECOND_FACTOR_REQUIRED(
            "ACC-1034",
            ProblemKind.DENIED,
            "您的岗位必须使用双因素登录，不能解除绑定。",
            "Your role requires a second factor; it cannot be removed."),
    BUSY(
            "ACC-1035",
            ProblemKind.RESOURCE,
            "登录请求过多，请稍候再试。",
            "Too many people are signing in at once. Try again in a moment.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    AccessProblem(String code, ProblemKind kind, String zh, String en) {
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
