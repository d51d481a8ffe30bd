package org.diban.evidence.log;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a stored log. */
public enum LogProblem implements ProblemCode {
    /** Leaf index, stream, seq. */
    ROW_CHANGED(
            "EVID-3001",
            ProblemKind.DATA,
            "第{0}号记录（{1}#{2}）与封存时不同：该行在封存后被改动；请从备份恢复",
            "Row {0} ({1}#{2}) is not what was sealed: it was changed afterwards; restore a backup"),
    /** First leaf index, last leaf index. */
    ROW_MISSING(
            "EVID-3002", ProblemKind.DATA, "缺少第{0}号至第{1}号记录；请从备份恢复", "Rows {0} to {1} are missing; restore a backup"),
    /** Leaf index. */
    ROW_TWICE(
            "EVID-3003", ProblemKind.DATA, "第{0}号记录出现不止一次；请从备份恢复", "Row {0} is there more than once; restore a backup"),
    /** Leaf index, reason in English. */
    ROW_UNREADABLE(
            "EVID-3004",
            ProblemKind.DATA,
            "第{0}号记录不是规范格式的事实（{1}）；请从备份恢复",
            "Row {0} is not a fact in canonical form ({1}); restore a backup"),
    /** Leaf index, reference stored, reference in the bytes. */
    ROW_MISPLACED(
            "EVID-3005",
            ProblemKind.DATA,
            "第{0}号记录登记为{1}，内容却是{2}；请从备份恢复",
            "Row {0} is filed as {1} but says {2}; restore a backup"),
    /** Leaf index, stream, seq expected, seq found. */
    SEQ_MISSING(
            "EVID-3006",
            ProblemKind.DATA,
            "第{0}号记录处，序列{1}应为第{2}条，实为第{3}条：有记录缺失；请从备份恢复",
            "At row {0} stream {1} should go on with {2} and goes on with {3}: facts are missing; restore a backup"),
    /** Leaf index, stream, seq expected, seq found. */
    SEQ_TWICE(
            "EVID-3007",
            ProblemKind.DATA,
            "第{0}号记录处，序列{1}应为第{2}条，实为第{3}条：序号重复或次序颠倒；请从备份恢复",
            "At row {0} stream {1} should go on with {2} and goes back to {3}: a number was used twice; restore a backup"),
    /** Leaf index. */
    SEAL_WRONG(
            "EVID-3008",
            ProblemKind.DATA,
            "第{0}号封存记录与它之前的各序列条数不符；请报告此问题",
            "The seal at row {0} does not agree with the streams before it; report this"),
    /** Level, index. */
    TILE_CHANGED(
            "EVID-3009",
            ProblemKind.DATA,
            "存证日志的哈希块（第{0}层第{1}块）与记录推算的结果不同；请从备份恢复",
            "Tile {1} of level {0} of the evidence log is not what the rows give; restore a backup"),
    /** Size. */
    CHECKPOINT_WRONG(
            "EVID-3010",
            ProblemKind.DATA,
            "规模为{0}的检查点与记录推算的根哈希不同：检查点之前的记录或检查点本身被改动；请从备份恢复",
            "The checkpoint of size {0} has another root than the rows give: rows before it or the checkpoint itself were changed; restore a backup"),
    /** Size, rows. */
    CHECKPOINT_BEYOND(
            "EVID-3011",
            ProblemKind.DATA,
            "检查点的规模为{0}，日志却只有{1}条记录：末尾记录缺失；请从备份恢复",
            "A checkpoint is of size {0} but the log has {1} rows: the last ones are missing; restore a backup"),
    /** Size. */
    CHECKPOINT_UNSEALED(
            "EVID-3012",
            ProblemKind.DATA,
            "规模为{0}的检查点之前不是封存记录；请报告此问题",
            "The row before the checkpoint of size {0} is no seal; report this"),
    /** Size. */
    CHECKPOINT_UNSIGNED(
            "EVID-3013",
            ProblemKind.DATA,
            "规模为{0}的检查点没有可信密钥的有效签名；请核对公钥",
            "The checkpoint of size {0} has no valid signature of a trusted key; check the public keys");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    LogProblem(String code, ProblemKind kind, String zh, String en) {
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
