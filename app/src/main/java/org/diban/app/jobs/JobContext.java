package org.diban.app.jobs;

import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** A running job as its {@link JobKind} sees it. Used by the thread that the job runs on. */
public interface JobContext {
    /** The job's id. */
    String id();

    /** Who asked for it. */
    String owner();

    /** What was asked for. */
    JsonObject parameters();

    /** The last saved position, or {@code null} when the work begins. */
    @Nullable
    JsonObject position();

    /**
     * Says how far the work is. Cheap: people see it within a second or so.
     *
     * @param done how many units are done since the very beginning of the job
     * @param total how many there are, or {@code null} when that is not known yet
     */
    void progress(long done, @Nullable Long total);

    /** Says what is going on; never holds personal data. */
    void message(Text message);

    /**
     * Saves the position, in the current transaction when there is one. Ends the work when this worker has lost the job or is to stop:
     * the exception must leave {@link JobKind#run}, and rolls the step back on its way.
     */
    void checkpoint(JsonObject position);

    /** Ends the work, by an exception that must leave {@link JobKind#run}, when somebody cancelled the job or this worker is to stop. */
    void throwIfCancelled();
}
