/**
 * Long work: persistent, restartable, cancellable, with progress that people can watch.
 *
 * <p>A feature declares a {@link org.diban.app.jobs.JobKind} as a bean and submits jobs to {@link org.diban.app.jobs.Jobs}. A job waits until one of the
 * nodes that share the database claims it. While it runs, the node renews a lease; when the lease runs out (the process was
 * killed, the machine lost power) any node claims the job again and it goes on from its last saved position. A position is saved in the transaction of the
 * step that it follows, so a step's rows and the position stand or fall together; and a worker that has lost its job cannot save
 * a position any more, so its step fails too.
 *
 * <p>States: {@code QUEUED} → {@code RUNNING} → {@code SUCCEEDED}, {@code FAILED} or {@code CANCELLED}. An orderly stop of the server puts a
 * running job back to {@code QUEUED}. A job that took its process down {@value org.diban.app.jobs.JobStore#CUT_OFFS} times in a row without a step forward
 * becomes {@code INTERRUPTED} and waits for a person. Failed, cancelled and interrupted jobs can be restarted and go on from their position.
 *
 * <p>The page of a job and {@code /api/v1/jobs} are for its owner and for holders of {@code JOB_READ}; holders of {@code JOB_CANCEL} and, on the page, the
 * owner cancel and restart it. Progress is told live as server-sent events at {@code /jobs/{id}/events} (a part of the page) and
 * {@code /api/v1/jobs/{id}/events} (JSON): an event {@code job} whenever the job has changed, a comment when it has not for a while, and an event
 * {@code end} once it has ended.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"access", "database", "shell"})
@NullMarked
package org.diban.app.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
