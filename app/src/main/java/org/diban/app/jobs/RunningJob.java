package org.diban.app.jobs;

import java.time.Duration;
import org.diban.app.jobs.JobStore.Claim;
import org.diban.app.jobs.JobStore.News;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** One attempt at a job: what its work says, and what it has to be told. */
final class RunningJob implements JobContext {
    private static final long SPEED_NANOS = Duration.ofSeconds(10).toNanos();

    private final Claim claim;
    private final JobStore store;

    private volatile @Nullable JsonObject position;
    private volatile JobEnd.@Nullable Reason end;

    // Guarded by this.
    private long done;
    private @Nullable Long total;
    private @Nullable Text message;
    private long speedFrom = System.nanoTime();
    private long speedDone;
    private @Nullable Long perMinute;

    RunningJob(Claim claim, JobStore store) {
        this.claim = claim;
        this.store = store;
        this.position = claim.position();
        this.done = claim.job().done();
        this.speedDone = done;
        this.total = claim.job().total();
    }

    Claim claim() {
        return claim;
    }

    /** Tells the work to end at its next step. The first reason counts. */
    synchronized void end(JobEnd.Reason reason) {
        if (end == null) {
            end = reason;
        }
    }

    /** What people may know by now. */
    synchronized News news() {
        return new News(done, total, perMinute, message);
    }

    @Override
    public String id() {
        return claim.id();
    }

    @Override
    public String owner() {
        return claim.job().owner();
    }

    @Override
    public JsonObject parameters() {
        return claim.job().parameters();
    }

    @Override
    public @Nullable JsonObject position() {
        return position;
    }

    @Override
    public synchronized void progress(long nowDone, @Nullable Long nowTotal) {
        done = nowDone;
        total = nowTotal;
        long elapsed = System.nanoTime() - speedFrom;
        if (elapsed >= SPEED_NANOS) {
            perMinute = Math.max(0, done - speedDone) * 60_000 / (elapsed / 1_000_000);
            speedFrom += elapsed;
            speedDone = done;
        } else if (perMinute == null && elapsed >= SPEED_NANOS / 10) {
            perMinute = Math.max(0, done - speedDone) * 60_000 / (elapsed / 1_000_000);
        }
    }

    @Override
    public synchronized void message(Text news) {
        message = news;
    }

    @Override
    public void checkpoint(JsonObject reached) {
        throwIfCancelled();
        if (!store.savePosition(claim, reached)) {
            throw new JobEnd(JobEnd.Reason.LOST);
        }
        position = reached;
    }

    @Override
    public void throwIfCancelled() {
        JobEnd.Reason reason = end;
        if (reason != null) {
            throw new JobEnd(reason);
        }
    }
}
