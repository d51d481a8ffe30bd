package org.diban.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the process that writes, with or without its PostgreSQL, at moments drawn from a seed, in the middle of a job. The system property {@code diban.crash.rounds} sets how
 * often, {@code diban.crash.seed} the seed.
 */
class KilledProcessTest {
    private static final int ROUNDS = Integer.getInteger("diban.crash.rounds", 6);
    private static final long SEED = Long.getLong("diban.crash.seed", 20240228);
    private static final int MOST_STEPS = 60;
    private static final int STEP = 25;
    private static final long ROWS = (long) ROUNDS * MOST_STEPS * STEP;

    private static final String JOB = "job_00000000000000000000000000";

    @Test
    void no_acknowledged_row_is_missing_after_any_kill_and_the_job_ends_like_an_undisturbed_one(@TempDir Path temporary)
            throws Exception {
        Path folder = temporary.resolve("data");
        DatabaseSettings settings = new DatabaseSettings.Embedded(DataFolder.at(folder));
        begin(settings);
        Random random = new Random(SEED);
        for (int round = 1; round <= ROUNDS; round++) {
            int steps = 1 + random.nextInt(MOST_STEPS - 5);
            long nanos = random.nextInt(3_000_000);
            boolean withServer = random.nextInt(3) > 0;
            long acknowledged = killedAfter(folder, steps, nanos, withServer);
            try (Database database = Database.open(settings)) {
                assertThat(copied(database))
                        .as("seed %d, round %d, acknowledged %d", SEED, round, acknowledged)
                        .hasSizeGreaterThanOrEqualTo((int) acknowledged)
                        .satisfies(rows -> assertThat(rows).isEqualTo(squares(rows.size())));
            }
        }
        assertThat(start(folder).waitFor()).isZero();
        try (Database database = Database.open(settings)) {
            assertThat(copied(database)).isEqualTo(squares(ROWS));
            assertThat(new JobStore(JdbcClient.create(database.dataSource())).find(JOB))
                    .get()
                    .extracting(Job::state)
                    .isEqualTo(JobState.SUCCEEDED);
        }
    }

    private static void begin(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("CREATE TABLE copied (job text, n bigint, square bigint, PRIMARY KEY (job, n))")
                    .update();
            new JobStore(jdbc)
                    .insert(
                            JOB,
                            "copy-rows",
                            JsonObject.builder()
                                    .put("rows", ROWS)
                                    .put("step", STEP)
                                    .build(),
                            "per_00000000000000000000000000");
        }
    }

    /** Lets a process work, kills it that long after so many acknowledged steps, and returns the last row that it acknowledged. */
    private static long killedAfter(Path folder, int steps, long nanos, boolean withServer)
            throws IOException, InterruptedException {
        Process process = start(folder);
        long last = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int read = 0;
            @Nullable String line = lines.readLine();
            for (; line != null; line = read == steps ? null : lines.readLine()) {
                last = Long.parseLong(line);
                read++;
            }
            assertThat(read).as("steps before the kill").isEqualTo(steps);
            LockSupport.parkNanos(nanos);
            kill(process.toHandle());
            if (withServer) {
                killServer(folder);
            }
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Long.parseLong(line);
            }
        }
        process.waitFor();
        return last;
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void killServer(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(KilledProcessTest::kill);
    }

    /** SIGKILL for a process and all below it. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static List<@Nullable Long> copied(Database database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT square FROM copied ORDER BY n")
                .query(Long.class)
                .list();
    }

    private static List<Long> squares(long n) {
        return LongStream.rangeClosed(1, n).map(i -> i * i).boxed().toList();
    }
}
