package org.diban.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of one data folder, held by this process from {@link #start} to {@link #close}.
 *
 * <p>The lock file of the folder says who holds it. Whoever holds the lock starts the server, or takes over one that
 * outlived its holder, and stops it. A process that only needs the data while another holds the folder uses {@link #attach}.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "diban";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Ports below the range from which Linux takes the local ports of outgoing connections. */
    private static final int FIRST_PORT = 15_432;

    private static final int PORTS = 16_000;

    private final DataFolder folder;
    private final ClusterState state;
    private final @Nullable Held held;

    private record Held(FileChannel file, PostgresPrograms programs) {}

    private EmbeddedPostgres(DataFolder folder, ClusterState state, @Nullable Held held) {
        this.folder = folder;
        this.state = state;
        this.held = held;
    }

    /**
     * Takes the folder and starts its server, creating it first when there is none.
     *
     * @throws ProblemException with a {@link DatabaseProblem} when that cannot be done; nothing keeps running then
     */
    static EmbeddedPostgres start(DataFolder folder) {
        FileChannel lock = lock(folder).orElseThrow(() -> DatabaseProblem.IN_USE.exception(folder.root()));
        EmbeddedPostgres server = null;
        try {
            PostgresPrograms programs =
                    new PostgresPrograms(PostgresBinaries.unpackedIn(PostgresBinaries.userCache()), folder);
            ClusterState state = exists(folder) ? ClusterState.read(folder) : create(folder, programs);
            server = new EmbeddedPostgres(folder, running(folder, state, programs), new Held(lock, programs));
            server.prepare();
            return server;
        } catch (RuntimeException e) {
            if (server == null) {
                release(lock);
            } else {
                server.close();
            }
            throw e;
        }
    }

    /** The server of a folder that another process holds, or nothing when no process holds it. Closing it leaves the server alone. */
    static Optional<EmbeddedPostgres> attach(DataFolder folder) {
        Optional<FileChannel> lock = lock(folder);
        lock.ifPresent(EmbeddedPostgres::release);
        return lock.isPresent()
                ? Optional.empty()
                : Optional.of(new EmbeddedPostgres(folder, ClusterState.read(folder), null));
    }

    /** The address of the application's database. */
    String url() {
        return url(DATABASE);
    }

    /** The address of a database on this server. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + state.port() + "/" + database;
    }

    String user() {
        return ClusterState.USER;
    }

    String password() {
        return state.password();
    }

    /** A connection of the superuser to the maintenance database. */
    Connection admin() throws SQLException {
        return admin(state, 10);
    }

    /** Whether this process holds the folder, so that it stops the server. */
    boolean isHeld() {
        return held != null;
    }

    /** Stops the server when this process holds it: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        if (held != null) {
            held.programs.stop();
            release(held.file);
        }
    }

    /** Whether the folder has a server's files. */
    static boolean exists(DataFolder folder) {
        return Files.exists(PostgresPrograms.cluster(folder).resolve("PG_VERSION"));
    }

    /** Creates the files of a server beside their place and moves them there at the end, so that a torn creation starts over. */
    private static ClusterState create(DataFolder folder, PostgresPrograms programs) {
        ClusterState state = ClusterState.create(freePort(), new SecureRandom());
        Path part = folder.root().resolve("postgres.part");
        try {
            PostgresBinaries.delete(part);
            programs.initialise(part, state);
            state.write(folder);
            Files.move(part, PostgresPrograms.cluster(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, folder.root());
        }
        return state;
    }

    private static ClusterState running(DataFolder folder, ClusterState state, PostgresPrograms programs) {
        checkVersion(folder);
        if (programs.survivor().isPresent() && answers(folder, state, programs)) {
            LOG.info("Taking over the PostgreSQL that was left running on port {}", state.port());
            return state;
        }
        ClusterState usable = isFree(state.port()) ? state : state.withPort(freePort());
        if (usable != state) {
            LOG.warn("Port {} is taken by another program; PostgreSQL moves to port {}", state.port(), usable.port());
            usable.write(folder);
        }
        programs.start(usable.port(), PATIENCE);
        return usable;
    }

    /** Whether the surviving server lets us in and serves this very folder. Waits while it starts, recovers or stops. */
    private static boolean answers(DataFolder folder, ClusterState state, PostgresPrograms programs) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (programs.survivor().isPresent() && System.nanoTime() < end) {
            try (Connection connection = admin(state, 2)) {
                String served = setting(connection, "data_directory");
                return Files.isSameFile(Path.of(served), PostgresPrograms.cluster(folder));
            } catch (SQLException e) {
                LOG.debug("The surviving PostgreSQL does not answer yet: {}", e.getMessage());
            } catch (IOException e) {
                throw DatabaseProblem.DATA_FOLDER.because(e, folder.root());
            }
            programs.awaitSurvivor(Duration.ofMillis(100));
        }
        return false;
    }

    private static void checkVersion(DataFolder folder) {
        try {
            String version = Files.readString(PostgresPrograms.cluster(folder).resolve("PG_VERSION"))
                    .strip();
            if (!version.equals(PostgresBinaries.MAJOR)) {
                throw DatabaseProblem.OTHER_VERSION.exception(folder.root(), version, PostgresBinaries.MAJOR);
            }
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, folder.root());
        }
    }

    /** Sees to the application's user and database, which an interrupted first start may have left undone. */
    private void prepare() {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            Durability.check(connection);
            if (!has(statement, "SELECT FROM pg_roles WHERE rolname = '" + ClusterState.USER + "'")) {
                statement.execute("CREATE ROLE " + ClusterState.USER + " LOGIN PASSWORD '" + state.password() + "'");
            }
            if (!has(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + ClusterState.USER);
                statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE " + DATABASE + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw DatabaseProblem.START.because(e, String.valueOf(e.getMessage()), folder.logs());
        }
    }

    private static boolean has(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection admin(ClusterState state, int timeoutSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ClusterState.ADMIN);
        properties.setProperty("password", state.adminPassword());
        properties.setProperty("connectTimeout", String.valueOf(timeoutSeconds));
        properties.setProperty("ApplicationName", "diban-start");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + state.port() + "/postgres", properties);
    }

    private static int freePort() {
        SecureRandom random = new SecureRandom();
        int port = FIRST_PORT + random.nextInt(PORTS);
        while (!isFree(port)) {
            port = FIRST_PORT + random.nextInt(PORTS);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<FileChannel> lock(DataFolder folder) {
        try {
            FileChannel file = FileChannel.open(
                    folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, folder.root());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock file does not close", e);
        }
    }

    /** The lines of {@code postmaster.pid} that matter. */
    record Postmaster(long pid, int port) {
        static Optional<Postmaster> read(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                return lines.size() < 4
                        ? Optional.empty()
                        : Optional.of(new Postmaster(
                                Long.parseLong(lines.get(0).strip()),
                                Integer.parseInt(lines.get(3).strip())));
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
