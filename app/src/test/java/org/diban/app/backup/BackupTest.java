package org.diban.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;
import org.diban.app.database.DatabaseTest;
import org.diban.app.database.EmptyDatabase;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class BackupTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-03-01T00:00:00Z"));

    private final DatabaseSettings.External source;
    private final DataSource data;
    private final Path backup;

    @TempDir
    private Path folder;

    BackupTest(DatabaseSettings.External source, DataSource data, JdbcClient jdbc, @TempDir Path shared) {
        this.source = source;
        this.data = data;
        this.backup = shared.resolve("test.backup");
        fill(jdbc);
        Backup.write(source, backup, CLOCK);
    }

    @Test
    void a_restored_database_equals_its_source_table_by_table() throws Exception {
        DatabaseSettings.External target = EmptyDatabase.create();
        BackupSize size = Restore.intoDatabase(backup, target);
        assertThat(size.rows()).isGreaterThan(300);
        try (Database restored = Database.open(target)) {
            assertThat(digests(restored.dataSource())).isEqualTo(digests(data)).hasSizeGreaterThan(5);
            assertThat(sequences(restored.dataSource()))
                    .isEqualTo(sequences(data))
                    .isNotEmpty();
        }
    }

    @Test
    void a_restored_data_folder_equals_the_source_and_a_backup_of_it_while_it_runs_equals_the_first() throws Exception {
        Path restored = folder.resolve("restored");
        Restore.intoFolder(backup, restored);
        DatabaseSettings settings = new DatabaseSettings.Embedded(DataFolder.at(restored));
        try (Database running = Database.open(settings)) {
            assertThat(digests(running.dataSource())).isEqualTo(digests(data));
            Path second = folder.resolve("second.backup");
            Backup.write(settings, second, CLOCK);
            try (Archive one = Archive.open(backup);
                    Archive two = Archive.open(second)) {
                assertThat(two.manifest().tables()).isEqualTo(one.manifest().tables());
            }
        }
    }

    @Test
    void a_folder_that_is_not_empty_is_refused_and_left_alone() throws Exception {
        Files.writeString(folder.resolve("something"), "mine");
        assertThatThrownBy(() -> Restore.intoFolder(backup, folder)).satisfies(code("BKP-1006"));
        assertThat(names(folder)).containsExactly("something");
    }

    @Test
    void a_database_that_is_not_empty_is_refused_and_left_alone() throws Exception {
        Map<String, String> before = digests(data);
        assertThatThrownBy(() -> Restore.intoDatabase(backup, source)).satisfies(code("DB-1013"));
        assertThat(digests(data)).isEqualTo(before);
    }

    @Test
    void a_file_is_never_replaced() throws Exception {
        Path file = folder.resolve("there.backup");
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Backup.write(source, file, CLOCK)).satisfies(code("BKP-1001"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void where_nothing_is_there_is_nothing_to_back_up_and_no_file() throws Exception {
        Path file = folder.resolve("none.backup");
        DatabaseSettings nowhere = new DatabaseSettings.Embedded(DataFolder.at(folder.resolve("nowhere")));
        assertThatThrownBy(() -> Backup.write(nowhere, file, CLOCK)).satisfies(code("DB-1014"));
        assertThatThrownBy(() -> Backup.write(EmptyDatabase.create(), file, CLOCK))
                .satisfies(code("BKP-1010"));
        assertThat(names(folder)).containsExactly("nowhere");
    }

    @Test
    void a_backup_cut_off_anywhere_is_refused_and_leaves_nothing() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(20240301);
        for (int i = 0; i < 40; i++) {
            Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatThrownBy(() -> Restore.intoFolder(cut, folder.resolve("target")))
                    .satisfies(code("BKP-1003"));
            assertThat(names(folder)).containsExactly("cut");
        }
    }

    @Test
    void a_backup_with_a_changed_byte_is_refused_or_reads_the_same() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Manifest manifest;
        try (Archive archive = Archive.open(backup)) {
            manifest = archive.manifest();
        }
        int refused = 0;
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("changed"), changed);
            try (Archive archive = Archive.open(file)) {
                assertThat(archive.manifest()).isEqualTo(manifest);
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isIn("BKP-1003", "BKP-1004", "BKP-1005");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void a_schema_newer_than_this_build_is_refused_and_leaves_nothing() throws Exception {
        DatabaseSettings.External target = EmptyDatabase.create();
        assertThatThrownBy(() -> Database.create(target, Map.of("jobs", "999"))).satisfies(code("DB-1012"));
        try (Database visited = Database.visit(target)) {
            assertThat(digests(visited.dataSource())).isEmpty();
        }
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Rows of every awkward kind: quotes, tabs, line ends, backslashes, Chinese, nulls, JSON, bytes, times. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO jobs.job (id, kind, parameters, owner, state, message, created_at)
                        SELECT 'job_' || i, E'a\\tb\\\\\\n"c"', jsonb_build_object('n', i, 'text', '底板' || i), 'per_' || i, 'QUEUED',
                               CASE WHEN i % 2 = 0 THEN jsonb_build_object('zh', '𠮷', 'en', '\\N') END,
                               timestamptz '2024-02-28 11:00:00.123456+08' + i * interval '1 second'
                        FROM generate_series(1, 200) i
                        ON CONFLICT DO NOTHING""").update();
        jdbc.sql("INSERT INTO jobs.position SELECT id, parameters, now() FROM jobs.job ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("""
                        INSERT INTO evidence.stream (name, next_seq) VALUES ('first', 3), ('second', 0)
                        ON CONFLICT DO NOTHING""").update();
        jdbc.sql("""
                        INSERT INTO evidence.file (digest, size, media_type, stored)
                        VALUES ('sha256:00', 3, 'text/plain', now()) ON CONFLICT DO NOTHING""").update();
        jdbc.sql("""
                        INSERT INTO evidence.file_part (digest, part, bytes)
                        VALUES ('sha256:00', 0, '\\x00ff5c0a'::bytea) ON CONFLICT DO NOTHING""").update();
    }

    private static Map<String, String> digests(DataSource source) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Snapshot snapshot = Snapshot.of(connection);
            for (Snapshot.Table table : snapshot.tables()) {
                Sha256 digest = new Sha256(OutputStream.nullOutputStream());
                snapshot.copyOut(table, digest);
                digests.put(table.sql(), digest.hex());
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return digests;
    }

    private static List<Manifest.SequenceValue> sequences(DataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            List<Manifest.SequenceValue> values = Snapshot.of(connection).sequences();
            connection.rollback();
            connection.setAutoCommit(true);
            return values;
        }
    }
}
