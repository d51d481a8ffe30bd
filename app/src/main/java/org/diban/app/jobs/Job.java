package org.diban.app.jobs;

import java.time.Instant;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * One piece of long work as it stands.
 *
 * @param id {@code job_…}
 * @param kind the name of its {@link JobKind}
 * @param parameters what the kind needs to know; never holds personal data
 * @param owner the id of the person who asked for it
 * @param cancelRequested whether somebody has asked a running job to stop
 * @param done how many units of the kind are done
 * @param total how many there are, when known
 * @param perMinute the present speed in units per minute, when known
 * @param message what it is doing right now
 * @param result what came out, once it has succeeded
 * @param problem what ended it, once it has failed
 * @param attempt how many times a worker has taken it up
 */
public record Job(
        String id,
        String kind,
        JsonObject parameters,
        String owner,
        JobState state,
        boolean cancelRequested,
        long done,
        @Nullable Long total,
        @Nullable Long perMinute,
        @Nullable Text message,
        @Nullable JsonObject result,
        @Nullable Problem problem,
        int attempt,
        Instant createdAt,
        @Nullable Instant claimedAt,
        @Nullable Instant finishedAt) {
    /** The seconds that the rest takes at the present speed, or {@code null} when that is unknown. */
    public @Nullable Long secondsLeft() {
        if (state != JobState.RUNNING || total == null || perMinute == null || perMinute == 0) {
            return null;
        }
        return Math.ceilDiv(Math.max(0, total - done) * 60, perMinute);
    }

    /** The whole percents that are done, or {@code null} when the total is unknown. */
    public @Nullable Long percent() {
        return total == null || total == 0 ? null : Math.min(100, done * 100 / total);
    }
}
