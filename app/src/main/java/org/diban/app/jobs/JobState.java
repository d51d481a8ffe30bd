package org.diban.app.jobs;

import org.diban.kernel.problem.Text;

/** Where a job stands. */
public enum JobState {
    /** Waits for a worker. */
    QUEUED("排队中", "Queued", false),
    /** A worker is on it. */
    RUNNING("运行中", "Running", false),
    /** Done. */
    SUCCEEDED("已完成", "Done", true),
    /** Ended by a problem; can be restarted. */
    FAILED("失败", "Failed", true),
    /** Ended by a person; can be restarted. */
    CANCELLED("已取消", "Cancelled", true),
    /** Cut off again and again without a step forward; can be restarted. */
    INTERRUPTED("已中断", "Interrupted", true);

    private final Text title;
    private final boolean ended;

    JobState(String zh, String en, boolean ended) {
        this.title = new Text(zh, en);
        this.ended = ended;
    }

    public Text title() {
        return title;
    }

    /** Whether nothing happens to the job any more unless a person restarts it. */
    public boolean ended() {
        return ended;
    }

    /** Whether a person can restart it. */
    public boolean restartable() {
        return ended && this != SUCCEEDED;
    }
}
