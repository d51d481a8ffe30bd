package org.diban.app.shell;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;
import org.springframework.http.HttpStatus;

/** What can go wrong with a request before or beside what a feature makes of it. */
public enum ShellProblem implements ProblemCode {
    NOT_FOUND(
            "SHELL-1001",
            ProblemKind.USER,
            HttpStatus.NOT_FOUND,
            "这里没有内容，可能已被移走，也可能地址有误。请检查地址，或从左侧导航重新进入。",
            "There is nothing here: it was moved, or the address is wrong. Check the address, or start again from the navigation."),
    DENIED(
            "SHELL-1002",
            ProblemKind.DENIED,
            HttpStatus.FORBIDDEN,
            "您没有此操作的权限。如工作需要，请联系安全管理员授权；此次访问已记入审计。",
            "You may not do this. If your work needs it, ask the security administrator for a grant; this attempt has been audited."),
    TOO_LARGE(
            "SHELL-1003",
            ProblemKind.RESOURCE,
            HttpStatus.CONTENT_TOO_LARGE,
            "上传的内容超过上限，未保存任何部分。请拆分或压缩后重试。",
            "The upload is larger than allowed and nothing of it was kept. Split or compress it and try again."),
    BAD_REQUEST(
            "SHELL-1004",
            ProblemKind.USER,
            HttpStatus.BAD_REQUEST,
            "请求不完整或格式有误，未作任何更改。请返回上一页重新填写。",
            "The request is incomplete or malformed; nothing was changed. Go back and fill it in again."),
    METHOD(
            "SHELL-1005",
            ProblemKind.USER,
            HttpStatus.METHOD_NOT_ALLOWED,
            "此地址不接受 {0} 请求。",
            "This address does not accept {0} requests."),
    STALE_FORM(
            "SHELL-1006",
            ProblemKind.DENIED,
            HttpStatus.FORBIDDEN,
            "页面已过期，未作任何更改。请刷新页面后重试。",
            "The page has expired and nothing was changed. Reload it and try again."),
    SIGN_IN(
            "SHELL-1007",
            ProblemKind.DENIED,
            HttpStatus.UNAUTHORIZED,
            "请先登录，或提供有效的访问令牌。",
            "Sign in first, or send a valid access token."),
    INTERNAL(
            "SHELL-1008",
            ProblemKind.INTERNAL,
            HttpStatus.INTERNAL_SERVER_ERROR,
            "系统内部出错，未作任何更改。请稍后重试；如再次出现，请把编号 {0} 告知系统管理员。",
            "Something went wrong inside and nothing was changed. Try again later; if it happens again, tell the system administrator the number {0}."),
    NOT_ACCEPTABLE(
            "SHELL-1009",
            ProblemKind.USER,
            HttpStatus.NOT_ACCEPTABLE,
            "无法以所要求的格式提供此内容。",
            "This is not available in the format that was asked for."),
    MEDIA_TYPE(
            "SHELL-1010",
            ProblemKind.USER,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "不支持此内容类型。",
            "This content type is not supported.");

    private final String code;
    private final ProblemKind kind;
    private final HttpStatus status;
    private final Text message;

    ShellProblem(String code, ProblemKind kind, HttpStatus status, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.status = status;
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

    /** The HTTP status of this problem. */
    HttpStatus status() {
        return status;
    }
}
