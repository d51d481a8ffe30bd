package org.diban.app.backup;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with backups. */
public enum BackupProblem implements ProblemCode {
    EXISTS(
            "BKP-1001",
            ProblemKind.USER,
            "{0} 已经存在。请换一个文件名；备份从不覆盖文件。",
            "{0} is already there. Choose another name; a backup never replaces a file."),
    CANNOT_WRITE("BKP-1002", ProblemKind.RESOURCE, "无法写入 {0}：{1}。", "{0} cannot be written: {1}."),
    NOT_A_BACKUP(
            "BKP-1003",
            ProblemKind.DATA,
            "{0} 不是完整的 Diban 备份（{1}）。没有恢复任何数据；请使用另一份备份。",
            "{0} is not a complete Diban backup ({1}). Nothing was restored; use another backup."),
    DAMAGED(
            "BKP-1004",
            ProblemKind.DATA,
            "备份 {0} 已损坏：{1} 的摘要不符。没有恢复任何数据；请使用另一份备份。",
            "The backup {0} is damaged: the digest of {1} differs. Nothing was restored; use another backup."),
    OTHER_FORMAT(
            "BKP-1005",
            ProblemKind.CONFLICT,
            "备份 {0} 的格式是 {1}，此版本能读 {2}。请使用较新的 Diban。",
            "The backup {0} has the format {1}, this build reads {2}. Use a newer Diban."),
    FOLDER_NOT_EMPTY(
            "BKP-1006",
            ProblemKind.CONFLICT,
            "数据目录 {0} 不是空的。备份只能恢复到空的数据目录；请用 --data 指定一个。",
            "The data folder {0} is not empty. A backup is only restored into an empty one; name one with --data."),
    DIFFERENT(
            "BKP-1007",
            ProblemKind.INTERNAL,
            "恢复后的 {0} 与备份不一致。没有保留任何恢复的数据；请联系支持人员。",
            "After the restore {0} differs from the backup. Nothing restored was kept; ask for support."),
    DATABASE(
            "BKP-1008",
            ProblemKind.EXTERNAL,
            "数据库在备份或恢复时出错：{0}。没有留下半成品。",
            "The database failed during the backup or restore: {0}. Nothing half-done was left."),
    REFERENCE_CYCLE(
            "BKP-1009",
            ProblemKind.INTERNAL,
            "这些表互相引用，无法确定恢复顺序：{0}。",
            "These tables refer to each other, so there is no order to restore them in: {0}."),
    NOTHING(
            "BKP-1010",
            ProblemKind.USER,
            "数据库中没有 Diban 的数据，没有可备份的内容。请检查 --data 或 --db-url。",
            "The database holds nothing of Diban, so there is nothing to back up. Check --data or --db-url.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    BackupProblem(String code, ProblemKind kind, String zh, String en) {
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
