package org.diban.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static DataFolder folder;

    @BeforeAll
    static void createOnce(@TempDir Path temporary) {
        folder = DataFolder.at(temporary.resolve("data"));
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void a_stopped_server_leaves_no_process_and_the_next_start_finds_the_data() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            execute(server, "CREATE TABLE kept AS SELECT 7 AS n");
        }
        assertThat(folder.root().resolve("postgres/postmaster.pid")).doesNotExist();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(query(server, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void everything_in_the_data_folder_is_private_to_the_user() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                Stream<Path> content = Files.walk(folder.root())) {
            assertThat(server.isHeld()).isTrue();
            assertThat(permissions(folder.root())).isEqualTo("rwx------");
            assertThat(permissions(folder.root().resolve("postgres"))).isEqualTo("rwx------");
            assertThat(permissions(folder.root().resolve("postgres.json"))).isEqualTo("rw-------");
            assertThat(content.filter(path -> path.getFileName().toString().startsWith("initdb")))
                    .isEmpty();
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            for (String user :
                    List.of(server.user(), ClusterState.ADMIN, "postgres", System.getProperty("user.name"))) {
                for (String password : List.of("", "wrong", user)) {
                    assertThatThrownBy(() -> DriverManager.getConnection(server.url(), user, password)
                                    .close())
                            .as("%s with password '%s'", user, password)
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), server.user(), "")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_application_is_not_a_superuser_and_the_server_is_durable_and_speaks_utf_8() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(
                            query(
                                    server,
                                    "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                assertThat(query(server, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(
                            query(
                                    server,
                                    "SELECT datlocprovider::text || ':' || datlocale || ':' || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("b:C.UTF-8:UTF8");
        }
    }

    @Test
    void a_folder_that_somebody_holds_is_refused_and_can_be_visited() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).satisfies(code("DB-1002"));
            try (EmbeddedPostgres visitor = EmbeddedPostgres.attach(folder).orElseThrow()) {
                assertThat(query(visitor, "SELECT 1")).isEqualTo("1");
            }
            assertThat(query(server, "SELECT 1"))
                    .as("the visitor left the server alone")
                    .isEqualTo("1");
        }
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
    }

    @Test
    void a_server_that_outlived_its_holder_is_taken_over() throws SQLException {
        ClusterState state = ClusterState.read(folder);
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpackedIn(PostgresBinaries.userCache()), folder);
        programs.start(state.port(), Duration.ofSeconds(30));
        long orphan = programs.survivor().orElseThrow().pid();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(programs.survivor().orElseThrow().pid()).isEqualTo(orphan);
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(programs.survivor()).isEmpty();
    }

    @Test
    void a_server_that_was_killed_recovers_what_it_confirmed() throws SQLException {
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpackedIn(PostgresBinaries.userCache()), folder);
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        execute(server, "CREATE TABLE confirmed AS SELECT 8 AS n");
        ProcessHandle process = programs.survivor().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        server.close();
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertThat(query(again, "SELECT n FROM confirmed")).isEqualTo("8");
        }
    }

    @Test
    void a_port_that_a_stranger_took_is_exchanged_for_a_free_one() throws Exception {
        int port = ClusterState.read(folder).port();
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
            assertThat(ClusterState.read(folder).port()).isNotEqualTo(port);
        }
    }

    @Test
    void a_torn_creation_starts_over(@TempDir Path temporary) throws Exception {
        DataFolder torn = DataFolder.at(temporary);
        Files.createDirectories(torn.root().resolve("postgres.part/base"));
        Files.writeString(torn.root().resolve("postgres.part/PG_VERSION"), "18\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(torn)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(torn.root().resolve("postgres.part")).doesNotExist();
    }

    @Test
    void files_of_another_version_are_refused(@TempDir Path temporary) throws Exception {
        DataFolder other = DataFolder.at(temporary);
        Files.createDirectories(other.root().resolve("postgres"));
        Files.writeString(other.root().resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(other)).satisfies(code("DB-1009"));
        ClusterState.create(20_000, new SecureRandom()).write(other);
        assertThatThrownBy(() -> EmbeddedPostgres.start(other)).satisfies(code("DB-1007"));
    }

    @Test
    void a_server_that_is_not_durable_is_refused() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                Connection admin = server.admin();
                Statement statement = admin.createStatement()) {
            Durability.check(admin);
            statement.execute("SET synchronous_commit = off");
            assertThatThrownBy(() -> Durability.check(admin)).satisfies(code("DB-1008"));
        }
    }

    @Test
    void programs_are_unpacked_whole_or_not_at_all(@TempDir Path cache) throws IOException {
        Path home = PostgresBinaries.unpackedIn(cache);
        Files.delete(home.resolve("bin/postgres"));
        assertThat(PostgresBinaries.unpackedIn(cache)).isEqualTo(home);
        assertThat(home.resolve("bin/postgres")).isExecutable();
        try (Stream<Path> content = Files.list(cache)) {
            assertThat(content).containsExactly(home);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static ThrowingConsumer<Throwable> code(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
