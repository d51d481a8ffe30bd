package org.diban.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diban.app.backup.Manifest.Entry;
import org.diban.app.backup.Manifest.SequenceValue;
import org.diban.app.backup.Snapshot.Table;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;

/** Reads backups back. */
public final class Restore {
    private Restore() {}

    /**
     * Restores into a data folder that is empty or not there. The folder appears with everything in it, or stays as it was.
     *
     * @throws org.diban.kernel.problem.ProblemException with a {@link BackupProblem} or a problem of the database; nothing is left behind then
     */
    public static BackupSize intoFolder(Path backup, Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            requireEmpty(target);
            try (Archive archive = Archive.open(backup)) {
                Path parent = Objects.requireNonNullElse(target.getParent(), target);
                Files.createDirectories(parent);
                Path part = Files.createTempDirectory(parent, ".restoring-");
                try {
                    load(archive, new DatabaseSettings.Embedded(DataFolder.at(part)));
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    delete(part);
                }
                return BackupSize.of(archive.manifest());
            }
        } catch (IOException e) {
            throw BackupProblem.CANNOT_WRITE.because(e, target, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Restores into an external database that holds none of our schemas.
     *
     * @throws org.diban.kernel.problem.ProblemException with a {@link BackupProblem} or a problem of the database; no schema is left behind then
     */
    public static BackupSize intoDatabase(Path backup, DatabaseSettings.External settings) {
        try (Archive archive = Archive.open(backup)) {
            load(archive, settings);
            return BackupSize.of(archive.manifest());
        } catch (IOException e) {
            throw BackupProblem.NOT_A_BACKUP.because(e, backup, String.valueOf(e.getMessage()));
        }
    }

    private static void load(Archive archive, DatabaseSettings settings) throws IOException {
        try (Database database = Database.create(settings, archive.manifest().schemas())) {
            try {
                load(archive, database.dataSource());
            } catch (RuntimeException | IOException e) {
                database.dropSchemas();
                throw e;
            }
        }
    }

    private static void load(Archive archive, DataSource source) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                load(archive, Snapshot.of(connection));
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw BackupProblem.DATABASE.because(e, String.valueOf(e.getMessage()));
        }
    }

    private static void load(Archive archive, Snapshot snapshot) throws SQLException, IOException {
        List<Table> tables = snapshot.tables();
        Map<String, Table> byPath = tables.stream()
                .collect(Collectors.toMap(
                        table -> new Entry(table.schema(), table.name(), List.of(), 0, 0, "").path(),
                        Function.identity()));
        snapshot.beginLoad(tables);
        for (Entry entry : archive.manifest().tables()) {
            Table table = byPath.get(entry.path());
            if (table == null) {
                throw BackupProblem.DIFFERENT.exception(entry.path());
            }
            try (InputStream in = archive.open(entry)) {
                if (snapshot.copyIn(table, entry.columns(), in) != entry.rows()) {
                    throw BackupProblem.DIFFERENT.exception(entry.path());
                }
            }
        }
        for (SequenceValue sequence : archive.manifest().sequences()) {
            snapshot.set(sequence);
        }
        snapshot.endLoad(tables);
        compare(archive.manifest(), byPath, snapshot);
    }

    /** Exports every table again and holds it against the manifest. */
    private static void compare(Manifest manifest, Map<String, Table> tables, Snapshot snapshot)
            throws SQLException, IOException {
        for (Entry entry : manifest.tables()) {
            Table table = Objects.requireNonNull(tables.get(entry.path()));
            Sha256 digest = new Sha256(OutputStream.nullOutputStream());
            long rows = snapshot.copyOut(table, digest);
            if (rows != entry.rows() || !digest.hex().equals(entry.sha256())) {
                throw BackupProblem.DIFFERENT.exception(entry.path());
            }
        }
        if (!Objects.equals(manifest.evidence(), snapshot.evidence())) {
            throw BackupProblem.DIFFERENT.exception("evidence.checkpoint");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw BackupProblem.FOLDER_NOT_EMPTY.exception(folder);
            }
        } catch (NotDirectoryException e) {
            throw BackupProblem.FOLDER_NOT_EMPTY.because(e, folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
