package org.diban.app.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.diban.app.jobs.JobStore.Claim;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up jobs and sees each to one of its ends. Safe for several threads, each of which may run one job at a time. */
final class JobWorker {
    /** How long a silent worker keeps its job. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final String node;
    private final JobStore store;
    private final Map<String, JobKind> kinds;
    private final MeterRegistry meters;
    private final Map<String, RunningJob> running = new ConcurrentHashMap<>();

    JobWorker(String node, JobStore store, Map<String, JobKind> kinds, MeterRegistry meters) {
        this.node = node;
        this.store = store;
        this.kinds = Map.copyOf(kinds);
        this.meters = meters;
    }

    /** Takes up the next job, if there is one. The job must then be {@link #run}. */
    Optional<RunningJob> take() {
        return store.claim(node, LEASE, List.copyOf(kinds.keySet())).map(claim -> {
            RunningJob job = new RunningJob(claim, store);
            running.put(claim.id(), job);
            return job;
        });
    }

    /** Does the work of a job on the current thread. Whatever the work throws becomes the end of the job, not of the thread. */
    void run(RunningJob job) {
        Claim claim = job.claim();
        String kind = claim.job().kind();
        long start = System.nanoTime();
        LOG.info("Job {} ({}) begins, attempt {}", claim.id(), kind, claim.attempt());
        String outcome = "broken";
        try {
            outcome = work(job);
        } finally {
            running.remove(claim.id(), job);
            meters.timer("diban.jobs.run", "kind", kind, "outcome", outcome)
                    .record(Duration.ofNanos(System.nanoTime() - start));
            LOG.info("Job {} ({}) ends: {}", claim.id(), kind, outcome);
        }
    }

    private String work(RunningJob job) {
        Claim claim = job.claim();
        JobKind kind = kinds.get(claim.job().kind());
        if (kind == null) {
            throw new IllegalStateException(
                    "a job of an unknown kind was claimed: " + claim.job().kind());
        }
        JsonObject result;
        try {
            result = kind.run(job);
        } catch (JobEnd e) {
            return switch (e.reason()) {
                case CANCELLED -> {
                    store.cancelled(claim, job.news());
                    yield "cancelled";
                }
                case STOPPING -> {
                    store.putBack(claim);
                    yield "put back";
                }
                case LOST -> "lost";
            };
        } catch (ProblemException e) {
            LOG.warn("Job {} cannot go on: {}", claim.id(), e.getMessage());
            return fail(job, e.problem());
        } catch (Exception e) {
            LOG.error("Job {} stopped because of a fault", claim.id(), e);
            return fail(job, JobProblem.INTERNAL.problem(e.getClass().getSimpleName(), claim.id()));
        }
        store.succeed(claim, job.news(), result);
        return "succeeded";
    }

    private String fail(RunningJob job, Problem problem) {
        store.fail(job.claim(), job.news(), problem);
        return "failed";
    }

    /** Renews the leases of the jobs that run here, stores their news and passes on what people ask for. */
    void signOfLife() {
        for (RunningJob job : running.values()) {
            Optional<Boolean> answer = store.renew(job.claim(), LEASE, job.news());
            if (answer.isEmpty()) {
                job.end(JobEnd.Reason.LOST);
            } else if (answer.get()) {
                job.end(JobEnd.Reason.CANCELLED);
            }
        }
    }

    /** Tells every running job to go back into the queue at its next step. */
    void stopAll() {
        running.values().forEach(job -> job.end(JobEnd.Reason.STOPPING));
    }

    /** How many jobs run here. */
    int size() {
        return running.size();
    }
}
