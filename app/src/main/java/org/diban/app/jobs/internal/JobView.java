package org.diban.app.jobs.internal;

import java.util.ArrayList;
import java.util.List;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.JobState;
import org.diban.app.shell.Page;
import org.diban.kernel.problem.Text;

/**
 * A job as a page shows it.
 *
 * @param title what its kind is called; the name of the kind when this version no longer knows it
 * @param unit what it counts; empty when this version no longer knows the kind
 * @param ownerName who asked for it
 * @param mayAct whether the viewer may cancel and restart it
 */
public record JobView(Job job, Text title, Text unit, String ownerName, boolean mayAct) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    /** The same with the job as it stands by now. */
    JobView of(Job now) {
        return new JobView(now, title, unit, ownerName, mayAct);
    }

    /** Whether there is something to cancel that nobody has cancelled yet. */
    public boolean cancellable() {
        return mayAct && !job.state().ended() && !job.cancelRequested();
    }

    public boolean restartable() {
        return mayAct && job.state().restartable();
    }

    /** The state in words: a running job that is to stop is said to be stopping. */
    public String state(Page page) {
        return job.cancelRequested()
                ? page.t("jobs.stopping")
                : page.t(job.state().title());
    }

    /** The sign before the state, so that the colour is not alone. */
    public String sign() {
        return switch (job.state()) {
            case QUEUED -> "…";
            case RUNNING -> "▸";
            case SUCCEEDED -> "✓";
            case FAILED, INTERRUPTED -> "✕";
            case CANCELLED -> "–";
        };
    }

    /** The class of the state's colour. */
    public String style() {
        return switch (job.state()) {
            case RUNNING -> "accent";
            case SUCCEEDED -> "good";
            case FAILED, INTERRUPTED -> "bad";
            case QUEUED, CANCELLED -> "";
        };
    }

    /** The count in a few signs: {@code 120 / 300}, with the percents while it runs; a dash when nothing was counted. */
    public String count() {
        if (job.total() == null) {
            return job.done() == 0 ? "—" : String.valueOf(job.done());
        }
        String count = job.done() + " / " + job.total();
        return job.state() == JobState.RUNNING && job.percent() != null ? count + " (" + job.percent() + "%)" : count;
    }

    /** What is counted, and while it runs how fast and for how much longer. */
    public String detail(Page page) {
        List<String> parts = new ArrayList<>();
        if (!unit.zh().isEmpty()) {
            parts.add(page.t(unit));
        }
        if (job.state() == JobState.RUNNING && job.perMinute() != null) {
            parts.add(page.t("jobs.rate", job.perMinute()));
        }
        Long left = job.secondsLeft();
        if (left != null) {
            parts.add(left(page, left));
        }
        return String.join(" · ", parts);
    }

    private static String left(Page page, long seconds) {
        if (seconds < 2 * MINUTE) {
            return page.t("jobs.left.seconds", seconds);
        }
        return seconds < 2 * HOUR
                ? page.t("jobs.left.minutes", Math.ceilDiv(seconds, MINUTE))
                : page.t("jobs.left.hours", Math.ceilDiv(seconds, HOUR));
    }
}
