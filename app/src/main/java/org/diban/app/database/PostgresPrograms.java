package org.diban.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.diban.app.database.EmbeddedPostgres.Postmaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code initdb} and {@code pg_ctl} for one data folder.
 *
 * <p>PostgreSQL refuses to run as root. For root the programs run in a user namespace of their own ({@code unshare -U}), where they see
 * themselves as nobody; the files still belong to root.
 */
final class PostgresPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path home;
    private final DataFolder folder;

    PostgresPrograms(Path home, DataFolder folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Where the server of a data folder keeps its files. */
    static Path cluster(DataFolder folder) {
        return folder.root().resolve("postgres");
    }

    /** Creates the files of a new server: UTF-8, the built-in locale C.UTF-8, page checksums, SCRAM for everybody. */
    void initialise(Path cluster, ClusterState state) throws IOException {
        Path passwordFile = Files.createTempFile(
                folder.root(),
                "initdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, state.adminPassword() + "\n");
            run(
                    Duration.ofMinutes(3),
                    "initdb",
                    "--pgdata=" + cluster,
                    "--username=" + ClusterState.ADMIN,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions");
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** Writes the configuration and starts the server; returns when it accepts connections. */
    void start(int port, Duration patience) {
        Path log = folder.folder("logs").resolve("postgres-start.log");
        try {
            Files.writeString(
                    cluster(folder).resolve("postgresql.conf"), ServerConfiguration.settings(port, folder.logs()));
            Files.writeString(cluster(folder).resolve("pg_hba.conf"), ServerConfiguration.ACCESS);
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, folder.root());
        }
        run(
                patience.plusSeconds(10),
                "pg_ctl",
                "start",
                "--pgdata=" + cluster(folder),
                "--log=" + log,
                "--wait",
                "--timeout=" + patience.toSeconds(),
                "--silent");
    }

    /** Stops the server: sessions end, transactions in progress are rolled back, everything is written out. */
    void stop() {
        if (survivor().isEmpty()) {
            return;
        }
        run(
                STOP.plusSeconds(10),
                "pg_ctl",
                "stop",
                "--pgdata=" + cluster(folder),
                "--mode=fast",
                "--wait",
                "--timeout=" + STOP.toSeconds(),
                "--silent");
    }

    /** The living server process that {@code postmaster.pid} names. A number that some other program got since then is not one. */
    Optional<ProcessHandle> survivor() {
        return Postmaster.read(cluster(folder).resolve("postmaster.pid"))
                .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.endsWith("/postgres"))
                        .orElse(true));
    }

    /** Waits until the surviving server is gone, at most so long. */
    void awaitSurvivor(Duration atMost) {
        Optional<ProcessHandle> process = survivor();
        if (process.isEmpty()) {
            return;
        }
        try {
            process.get().onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.trace("still there", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseProblem.START.because(e, "interrupted", folder.logs());
        }
    }

    private void run(Duration atMost, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.root().toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            Path output = Files.createTempFile(folder.root(), program, ".out");
            try {
                Process process = builder.redirectOutput(output.toFile()).start();
                process.getOutputStream().close();
                boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                if (!ended || process.exitValue() != 0) {
                    fail(program, root, Files.readString(output, StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseProblem.START.because(e, program, folder.logs());
        }
    }

    private void fail(String program, boolean root, String output) {
        if (root && output.contains("unshare")) {
            throw DatabaseProblem.ROOT.exception();
        }
        String lastLine = output.strip().lines().reduce("", (a, b) -> b);
        throw DatabaseProblem.START.exception(program + ": " + lastLine, folder.logs());
    }
}
