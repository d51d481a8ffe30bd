package org.diban.evidence.merkle;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with stored tiles. */
public enum TileProblem implements ProblemCode {
    /** Level, index, hashes expected, hashes found. */
    TILE_MISSING(
            "EVID-5001",
            ProblemKind.INTERNAL,
            "存证日志的哈希块（第{0}层第{1}块）应有{2}个哈希，实有{3}个；请运行 diban log check 并从备份恢复",
            "Tile {1} of level {0} of the evidence log should hold {2} hashes and holds {3}; run diban log check and restore a backup");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    TileProblem(String code, ProblemKind kind, String zh, String en) {
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
