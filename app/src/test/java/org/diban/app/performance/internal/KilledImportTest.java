package org.diban.app.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;
import org.diban.indicator.form.Form;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.RuleRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the application, with or without its PostgreSQL, at moments drawn from a seed, while its jobs import forms. The system property
 * {@code diban.crash.imports} sets how often, {@code diban.crash.seed} the seed.
 */
class KilledImportTest {
    private static final int ROUNDS = Integer.getInteger("diban.crash.imports", 3);
    private static final long SEED = Long.getLong("diban.crash.seed", 20240228);
    private static final int MOST_STEPS = 2;
    private static final int MOST_NANOS = 500_000_000;
    private static final int FILES = ROUNDS * (MOST_STEPS + 1) + 1;

    private static final String STREAMS_WITH_GAPS = """
            SELECT s.name FROM evidence.stream s LEFT JOIN
                (SELECT stream, count(*) AS facts, max(seq) + 1 AS next FROM evidence.fact GROUP BY stream) f ON f.stream = s.id
            WHERE s.next_seq <> coalesce(f.facts, 0) OR s.next_seq <> coalesce(f.next, 0)
            """;

    @Test
    void every_acknowledged_import_is_there_whole_and_every_other_one_ends_like_an_undisturbed_one(
            @TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("data");
        DatabaseSettings settings = new DatabaseSettings.Embedded(DataFolder.at(folder));
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            int steps = 1 + random.nextInt(MOST_STEPS);
            long nanos = random.nextInt(MOST_NANOS);
            acknowledged.addAll(killedAfter(folder, steps, nanos, random.nextBoolean()));
            try (Database database = Database.open(settings)) {
                String where = "seed %d, round %d".formatted(SEED, round);
                assertThat(whole(JdbcClient.create(database.dataSource()), where))
                        .as(where)
                        .containsAll(acknowledged);
            }
        }
        Process undisturbed = start(folder);
        undisturbed.getInputStream().readAllBytes();
        assertThat(undisturbed.waitFor()).isZero();
        try (Database database = Database.open(settings)) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            assertThat(whole(jdbc, "at the end")).hasSize(FILES);
            assertThat(strings(jdbc, "SELECT DISTINCT state FROM jobs.job")).containsExactly("SUCCEEDED");
            assertThat(strings(jdbc, "SELECT document FROM performance.form_state"))
                    .containsExactlyInAnyOrderElementsOf(documents());
        }
    }

    /** The names of the files that were taken. Each was taken with all its forms, no form is there but from them, and facts are dense. */
    private static List<String> whole(JdbcClient jdbc, String where) {
        List<String> taken = strings(jdbc, "SELECT file_name FROM performance.import WHERE state = 'taken'");
        assertThat(strings(jdbc, "SELECT count(*) FROM performance.import_form GROUP BY import"))
                .as("%s, forms of each import", where)
                .hasSameSizeAs(taken)
                .allMatch(Integer.toString(ImportedFiles.FORMS)::equals);
        for (String rows :
                List.of("performance.form", "performance.form_state", "evidence.stream WHERE name LIKE 'form/%'")) {
            assertThat(strings(jdbc, "SELECT count(*) FROM " + rows))
                    .as("%s, %s", where, rows)
                    .containsExactly(Integer.toString(taken.size() * ImportedFiles.FORMS));
        }
        assertThat(strings(jdbc, STREAMS_WITH_GAPS)).as(where).isEmpty();
        return taken;
    }

    private static List<String> strings(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }

    /** What an import that nothing disturbs stores. */
    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            for (Form form : ImportCheck.of(ImportedFiles.workbook(i), ImportedFiles.name(i))
                    .forms()) {
                documents.add(new FormChange.Opened(form, null, new RuleRef("standard", 1))
                        .json()
                        .canonical());
            }
        }
        return documents;
    }

    /** Lets the application import, kills it that long after so many acknowledged files, and returns the names that it acknowledged. */
    private static List<String> killedAfter(Path folder, int steps, long nanos, boolean withServer)
            throws IOException, InterruptedException {
        Process process = start(folder);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            @Nullable String line = lines.readLine();
            while (line != null) {
                acknowledge(line, acknowledged);
                line = acknowledged.size() == steps ? null : lines.readLine();
            }
            assertThat(acknowledged).as("imports before the kill").hasSize(steps);
            LockSupport.parkNanos(nanos);
            kill(process.toHandle());
            if (withServer) {
                killServer(folder);
            }
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledge(line, acknowledged);
            }
        }
        process.waitFor();
        return acknowledged;
    }

    private static void acknowledge(String line, List<String> acknowledged) {
        if (line.startsWith(ImportingProcess.TAKEN)) {
            acknowledged.add(line.substring(ImportingProcess.TAKEN.length()));
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(FILES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void killServer(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(KilledImportTest::kill);
    }

    /** SIGKILL for a process and all below it. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
