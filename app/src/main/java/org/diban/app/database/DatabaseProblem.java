package org.diban.app.database;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with the database and the data folder. */
public enum DatabaseProblem implements ProblemCode {
    DATA_FOLDER(
            "DB-1001",
            ProblemKind.RESOURCE,
            "无法使用数据目录 {0}。请检查该目录的所有者和权限，或用 --data 指定另一个目录。",
            "The data folder {0} cannot be used. Check its owner and permissions, or name another one with --data."),
    IN_USE(
            "DB-1002",
            ProblemKind.CONFLICT,
            "数据目录 {0} 正被另一个 Diban 进程使用。请先停止该进程，或用 --data 指定另一个目录。",
            "The data folder {0} is in use by another Diban process. Stop that one, or name another folder with --data."),
    NO_BINARIES(
            "DB-1003",
            ProblemKind.EXTERNAL,
            "内嵌数据库没有适用于 {0} 的程序。请用 --db-url 指定外部 PostgreSQL。",
            "There are no embedded database programs for {0}. Name an external PostgreSQL with --db-url."),
    DAMAGED_BINARIES(
            "DB-1004",
            ProblemKind.INTERNAL,
            "内嵌数据库的程序包已损坏（摘要不符）。请重新构建 Diban。",
            "The embedded database's program archive is damaged (its digest differs). Build Diban again."),
    START(
            "DB-1005",
            ProblemKind.RESOURCE,
            "内嵌数据库无法启动：{0}。详情见 {1}。",
            "The embedded database does not start: {0}. The details are in {1}."),
    ROOT(
            "DB-1006",
            ProblemKind.EXTERNAL,
            "PostgreSQL 不能以 root 运行，而本机不允许用户命名空间（unshare -U）。请以普通用户启动 Diban，或用 --db-url 指定外部 PostgreSQL。",
            "PostgreSQL does not run as root, and this machine does not allow user namespaces (unshare -U). Start Diban as an ordinary user, or name an external PostgreSQL with --db-url."),
    OTHER_VERSION(
            "DB-1007",
            ProblemKind.CONFLICT,
            "数据目录 {0} 属于 PostgreSQL {1}，此版本需要 {2}。请用原版本备份，再恢复到新的数据目录。",
            "The data folder {0} belongs to PostgreSQL {1}, this build needs {2}. Make a backup with the old build and restore it into a new data folder."),
    NOT_DURABLE(
            "DB-1008",
            ProblemKind.RESOURCE,
            "数据库参数 {0} 为 {1}，断电时会丢失已确认的数据。请改为 on。",
            "The database setting {0} is {1}, so confirmed data would be lost in a power cut. Set it to on."),
    NO_STATE(
            "DB-1009",
            ProblemKind.DATA,
            "数据目录 {0} 中有数据库文件但缺少可读的 postgres.json（端口和口令）。请从备份恢复到新的数据目录。",
            "The data folder {0} holds database files but no readable postgres.json (port and passwords). Restore a backup into a new data folder."),
    UNREACHABLE(
            "DB-1010",
            ProblemKind.EXTERNAL,
            "无法连接数据库 {0}：{1}。请检查地址、用户和口令（DIBAN_DATABASE_USER、DIBAN_DATABASE_PASSWORD 或 DIBAN_DATABASE_PASSWORD_FILE）。",
            "The database {0} cannot be reached: {1}. Check the address, the user and the password (DIBAN_DATABASE_USER, DIBAN_DATABASE_PASSWORD or DIBAN_DATABASE_PASSWORD_FILE)."),
    EXTERNAL_SETTINGS(
            "DB-1011",
            ProblemKind.USER,
            "外部数据库的设置不完整：{0}。",
            "The settings of the external database are incomplete: {0}."),
    MIGRATION(
            "DB-1012",
            ProblemKind.INTERNAL,
            "数据库结构 {0} 无法升级：{1}。数据未改动；请保留日志并联系支持人员。",
            "The schema {0} cannot be brought up to date: {1}. The data is as it was; keep the log and ask for support."),
    NOT_EMPTY(
            "DB-1013",
            ProblemKind.CONFLICT,
            "数据库 {0} 不是空的（已有 {1}）。请恢复到一个空的数据库或新的数据目录。",
            "The database {0} is not empty (it has {1}). Restore into an empty database or a new data folder."),
    NO_DATABASE(
            "DB-1014",
            ProblemKind.USER,
            "目录 {0} 中没有 Diban 的数据库。请用 --data 指定正确的数据目录。",
            "The folder {0} holds no database of Diban. Name the right data folder with --data.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    DatabaseProblem(String code, ProblemKind kind, String zh, String en) {
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

    /** The exception that carries this problem and what caused it. */
    ProblemException because(Throwable cause, Object... arguments) {
        return new ProblemException(problem(arguments), cause);
    }
}
