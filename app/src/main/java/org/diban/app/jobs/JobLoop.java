package org.diban.app.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diban.app.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The part of a node that runs jobs: looks for work, runs a bounded number of jobs at once on virtual threads, and gives signs of life.
 *
 * <p>Stopping lets the running jobs finish their present step, at most {@value #STOP_SECONDS} seconds; a job that is still busy then goes on
 * elsewhere when its lease has run out.
 */
@Component
@ConditionalOnBooleanProperty(name = "diban.jobs.enabled", matchIfMissing = true)
class JobLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobLoop.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long BEAT_MILLIS = 500;
    private static final int STOP_SECONDS = 8;

    private final JobStore store;
    private final Database database;
    private final JobWorker worker;
    private final JobBell bell;
    private final Semaphore places;
    private volatile @Nullable Threads threads;

    /** What runs between start and stop. */
    private record Threads(Thread looker, Thread heart, ExecutorService jobs) {}

    JobLoop(
            JobStore store,
            Database database,
            List<JobKind> kinds,
            MeterRegistry meters,
            JobBell bell,
            @Value("${diban.jobs.concurrency}") int concurrency) {
        this.store = store;
        this.database = database;
        this.worker = new JobWorker(
                UUID.randomUUID().toString(),
                store,
                kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity())),
                meters);
        this.bell = bell;
        this.places = new Semaphore(concurrency);
        meters.gauge("diban.jobs.here", worker, JobWorker::size);
        for (JobState state : JobState.values()) {
            meters.gauge("diban.jobs", List.of(Tag.of("state", state.name())), store, s -> s.count(state));
        }
    }

    @Override
    public synchronized void start() {
        if (database.isOurs()) {
            store.endLeases();
        }
        Threads started = new Threads(
                Thread.ofVirtual().name("job-looker").unstarted(this::lookForWork),
                Thread.ofVirtual().name("job-heart").unstarted(this::beat),
                Executors.newVirtualThreadPerTaskExecutor());
        threads = started;
        started.looker.start();
        started.heart.start();
    }

    @Override
    public synchronized void stop() {
        Threads stopping = threads;
        if (stopping == null) {
            return;
        }
        try {
            stopping.looker.interrupt();
            stopping.looker.join();
            worker.stopAll();
            stopping.jobs.shutdown();
            if (!stopping.jobs.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} jobs are still busy; they go on when their lease has run out", worker.size());
                stopping.jobs.shutdownNow();
            }
            stopping.heart.interrupt();
            stopping.heart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void lookForWork() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                places.acquire();
                if (!takeOne()) {
                    places.release();
                    bell.await(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a job was there; its place is given back when it ends. */
    private boolean takeOne() {
        Threads present = threads;
        if (present == null) {
            return false;
        }
        try {
            Optional<RunningJob> job = worker.take();
            job.ifPresent(taken -> present.jobs.execute(() -> runOne(taken)));
            return job.isPresent();
        } catch (RuntimeException e) {
            LOG.warn("Looking for work failed; the next look is in a second", e);
            return false;
        }
    }

    private void runOne(RunningJob job) {
        try {
            worker.run(job);
        } catch (RuntimeException e) {
            LOG.error("The end of job {} is not stored; it is taken up again when its lease has run out", job.id(), e);
        } finally {
            places.release();
            bell.ring();
        }
    }

    private void beat() {
        while (true) {
            try {
                Thread.sleep(BEAT_MILLIS);
                worker.signOfLife();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("A sign of life failed; the next one is in half a second", e);
            }
        }
    }
}
