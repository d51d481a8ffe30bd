package org.diban.app.jobs;

import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;

/**
 * A kind of long work that a feature offers. Implemented as a bean; safe for several threads.
 *
 * <p>The work is a sequence of steps. A step does its writes and {@link JobContext#checkpoint saves the position} in one transaction; the work
 * begins at {@link JobContext#position}. What it does outside of the database must bear being done twice.
 */
public interface JobKind {
    /** The name under which its jobs are stored, for example {@code form-import}. Never changes. */
    String name();

    /** What people call it. */
    Text title();

    /** What it counts, for example forms. */
    Text unit();

    /**
     * Does the work from the saved position to its end, calling {@link JobContext#throwIfCancelled} at least every second or so.
     *
     * @return what came out, for people and programs; {@link JsonObject#EMPTY} when there is nothing to say
     * @throws org.diban.kernel.problem.ProblemException when it cannot go on: the job fails with these problems
     * @throws Exception anything else is a fault of ours: the job fails and the log says why
     */
    JsonObject run(JobContext context) throws Exception;
}
