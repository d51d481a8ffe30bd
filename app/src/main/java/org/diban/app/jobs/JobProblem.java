package org.diban.app.jobs;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with jobs. */
public enum JobProblem implements ProblemCode {
    NOT_FOUND(
            "JOB-1001",
            ProblemKind.USER,
            "没有任务 {0}。请在任务列表中查找。",
            "There is no job {0}. Look for it in the list of jobs."),
    UNKNOWN_KIND(
            "JOB-1002",
            ProblemKind.USER,
            "没有名为 {0} 的任务类型。请检查名称。",
            "There is no kind of job called {0}. Check the name."),
    NOT_RESTARTABLE(
            "JOB-1003",
            ProblemKind.CONFLICT,
            "任务 {0} 处于“{1}”状态，不能重新开始。只有失败、已取消或已中断的任务可以。",
            "Job {0} is in the state {1} and cannot be restarted. Only a failed, cancelled or interrupted one can."),
    ALREADY_ENDED(
            "JOB-1004",
            ProblemKind.CONFLICT,
            "任务 {0} 已经结束，无法取消。",
            "Job {0} has already ended and cannot be cancelled."),
    INTERNAL(
            "JOB-1005",
            ProblemKind.INTERNAL,
            "任务因程序错误而停止（{0}）。日志中有任务编号 {1} 的详情；请联系支持人员。",
            "The job stopped because of a fault in the program ({0}). The log has the details under the job's id {1}; ask for support."),
    CUT_OFF(
            "JOB-1006",
            ProblemKind.INTERNAL,
            "任务连续 {0} 次在没有进展的情况下被中断。请查看日志，排除原因后重新开始。",
            "The job was cut off {0} times in a row without a step forward. Look into the log, remove the cause and restart it."),
    TOO_MANY_WATCH(
            "JOB-1007",
            ProblemKind.RESOURCE,
            "同时查看进度的连接过多（上限 {0}）。任务不受影响；请稍后再试，或刷新页面查看当前状态。",
            "Too many are watching the progress of jobs (at most {0}). The job goes on; try again later, or reload the page to see how it stands.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    JobProblem(String code, ProblemKind kind, String zh, String en) {
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
