package org.diban.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.diban.app.database.DatabaseTest;
import org.diban.kernel.id.Ids;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class JobWorkerTest {
    private static final String OWNER = "per_00000000000000000000000000";

    private final DataSource source;
    private final JdbcClient jdbc;
    private final JobStore store;
    private final JobBell bell = new JobBell();

    JobWorkerTest(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.store = new JobStore(jdbc);
    }

    /** Work of a kind that a test makes up. */
    private interface Work {
        JsonObject run(JobContext context) throws Exception;
    }

    @BeforeEach
    void emptyTables() {
        jdbc.sql("CREATE TABLE IF NOT EXISTS copied (job text, n bigint, square bigint, PRIMARY KEY (job, n))")
                .update();
        jdbc.sql("TRUNCATE copied, jobs.job, jobs.position").update();
    }

    @Test
    void a_job_runs_to_its_end_and_tells_how_far_it_came() {
        Job job = copy(10, 3);
        run(copyRows(source));
        Job ended = store.find(job.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(ended.done()).isEqualTo(10);
        assertThat(ended.total()).isEqualTo(10);
        assertThat(ended.result())
                .isEqualTo(JsonObject.builder().put("rows", 10).build());
        assertThat(copied(job)).isEqualTo(squares(10));
    }

    @Test
    void a_process_that_dies_at_any_word_to_the_database_leaves_a_job_that_ends_like_an_undisturbed_one() {
        int died = 0;
        for (int n = 1; ; n++) {
            Job job = copy(7, 2);
            CrashingSource crashing = new CrashingSource(source, n);
            runUntilDeath(crashing);
            if (!crashing.dead()) {
                break;
            }
            died++;
            store.endLeases();
            run(copyRows(source));
            assertThat(store.find(job.id()).orElseThrow().state())
                    .as("died at %d", n)
                    .isEqualTo(JobState.SUCCEEDED);
            assertThat(copied(job)).as("died at %d", n).isEqualTo(squares(7));
        }
        assertThat(died).isGreaterThan(15);
    }

    @Test
    void a_worker_that_lost_its_job_writes_nothing_more() {
        Job job = copy(4, 2);
        JobWorker slow = worker(kind(context -> {
            store.endLeases();
            run(copyRows(source));
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            transaction.executeWithoutResult(status -> {
                jdbc.sql("UPDATE copied SET square = -1").update();
                context.checkpoint(JsonObject.EMPTY);
            });
            return JsonObject.EMPTY;
        }));
        slow.run(slow.take().orElseThrow());
        assertThat(copied(job)).isEqualTo(squares(4));
        assertThat(store.find(job.id()).orElseThrow().attempt()).isEqualTo(2);
    }

    @Test
    void a_waiting_job_is_cancelled_at_once_and_a_running_one_at_its_next_step() {
        Job waiting = copy(4, 2);
        assertThat(jobs().cancel(waiting.id()).state()).isEqualTo(JobState.CANCELLED);

        Job running = copy(4, 2);
        JobWorker[] worker = new JobWorker[1];
        worker[0] = worker(kind(context -> {
            assertThat(jobs().cancel(running.id()).cancelRequested()).isTrue();
            worker[0].signOfLife();
            context.throwIfCancelled();
            return JsonObject.EMPTY;
        }));
        worker[0].run(worker[0].take().orElseThrow());
        assertThat(store.find(running.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> jobs().cancel(running.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("JOB-1004"));
    }

    @Test
    void a_restarted_job_goes_on_from_its_position() {
        Job job = copy(6, 2);
        JobWorker stopping = worker(kind(context -> {
            new CopyRows(source) //
                    .run(new StopsAfter(context, 2));
            return JsonObject.EMPTY;
        }));
        stopping.run(stopping.take().orElseThrow());
        assertThat(store.find(job.id()).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(copied(job)).isEqualTo(squares(4));
        assertThat(jobs().restart(job.id()).state()).isEqualTo(JobState.QUEUED);
        run(copyRows(source));
        assertThat(copied(job)).isEqualTo(squares(6));
        assertThatThrownBy(() -> jobs().restart(job.id())).hasMessageContaining("JOB-1003");
    }

    @Test
    void an_orderly_stop_puts_the_job_back_into_the_queue() {
        Job job = copy(4, 2);
        JobWorker[] worker = new JobWorker[1];
        worker[0] = worker(kind(context -> {
            worker[0].stopAll();
            context.throwIfCancelled();
            return JsonObject.EMPTY;
        }));
        worker[0].run(worker[0].take().orElseThrow());
        assertThat(store.find(job.id()).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void a_job_that_is_cut_off_again_and_again_without_a_step_waits_for_a_person() {
        Job job = copy(4, 2);
        JobWorker worker = worker(copyRows(source));
        for (int i = 0; i < JobStore.CUT_OFFS; i++) {
            assertThat(worker.take()).as("attempt %d", i).isPresent();
            store.endLeases();
        }
        assertThat(worker.take()).isEmpty();
        Job interrupted = store.find(job.id()).orElseThrow();
        assertThat(interrupted.state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(interrupted.problem()).isNotNull().extracting("code").isEqualTo("JOB-1006");
    }

    @Test
    void a_job_that_is_cut_off_after_each_step_goes_on() {
        Job job = copy(40, 2);
        for (int i = 0; i < 19; i++) {
            JobWorker worker = worker(copyRows(source));
            RunningJob running = worker.take().orElseThrow();
            assertThatThrownBy(() -> new CopyRows(source).run(new StopsAfter(running, 1)))
                    .isInstanceOf(IllegalStateException.class);
            store.endLeases();
        }
        run(copyRows(source));
        assertThat(copied(job)).isEqualTo(squares(40));
    }

    @Test
    void the_problem_of_a_failed_job_is_kept_in_both_languages() {
        Job job = copy(1, 1);
        JobWorker worker = worker(kind(context -> {
            throw JobProblem.UNKNOWN_KIND.exception("x");
        }));
        worker.run(worker.take().orElseThrow());
        assertThat(store.find(job.id()).orElseThrow().problem()).isEqualTo(JobProblem.UNKNOWN_KIND.problem("x"));
    }

    @Test
    void two_workers_never_take_the_same_job() throws Exception {
        for (int i = 0; i < 40; i++) {
            copy(1, 1);
        }
        List<Thread> threads = LongStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    JobWorker worker = worker(copyRows(source));
                    for (var job = worker.take(); job.isPresent(); job = worker.take()) {
                        worker.run(job.get());
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(store.list(JobFilter.ALL, 100, 0))
                .hasSize(40)
                .allSatisfy(job -> assertThat(job.state()).isEqualTo(JobState.SUCCEEDED))
                .allSatisfy(job -> assertThat(job.attempt()).isEqualTo(1));
    }

    @Test
    void a_job_of_an_unknown_kind_is_refused() {
        assertThatThrownBy(() -> jobs().submit("no-such", JsonObject.EMPTY, OWNER))
                .hasMessageContaining("JOB-1002");
    }

    private Job copy(long rows, long step) {
        return jobs().submit(
                        "copy-rows",
                        JsonObject.builder().put("rows", rows).put("step", step).build(),
                        OWNER);
    }

    private Jobs jobs() {
        return new Jobs(store, new Ids(Instant::now, new SecureRandom()), List.of(copyRows(source)), bell);
    }

    private static CopyRows copyRows(DataSource from) {
        return new CopyRows(from);
    }

    private JobWorker worker(JobKind kind) {
        return new JobWorker("test", store, Map.of(kind.name(), kind), new SimpleMeterRegistry());
    }

    private void run(JobKind kind) {
        JobWorker worker = worker(kind);
        worker.run(worker.take().orElseThrow());
    }

    private static void runUntilDeath(CrashingSource crashing) {
        JobStore dying = new JobStore(JdbcClient.create(crashing));
        CopyRows kind = copyRows(crashing);
        JobWorker worker = new JobWorker("dying", dying, Map.of(kind.name(), kind), new SimpleMeterRegistry());
        try {
            worker.take().ifPresent(worker::run);
        } catch (DataAccessException e) {
            assertThat(crashing.dead()).isTrue();
        }
    }

    private List<@Nullable Long> copied(Job job) {
        return jdbc.sql("SELECT square FROM copied WHERE job = :job ORDER BY n")
                .param("job", job.id())
                .query(Long.class)
                .list();
    }

    private static List<Long> squares(long n) {
        return LongStream.rangeClosed(1, n).map(i -> i * i).boxed().toList();
    }

    private static JobKind kind(Work work) {
        return new JobKind() {
            @Override
            public String name() {
                return "copy-rows";
            }

            @Override
            public Text title() {
                return new Text("试", "Try");
            }

            @Override
            public Text unit() {
                return new Text("步", "steps");
            }

            @Override
            public JsonObject run(JobContext context) throws Exception {
                return work.run(context);
            }
        };
    }
}
