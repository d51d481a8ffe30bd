package org.diban.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.diban.app.backup.Manifest.Entry;
import org.diban.app.backup.Snapshot.Table;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;

/** Writes backups. */
public final class Backup {
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_DIGEST = "manifest.sha256";

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Backup() {}

    /**
     * Writes one consistent snapshot of every schema, whether the server runs or not. The file (mode 0600) appears when it is complete and on the disk.
     *
     * @return how many tables and rows it holds
     * @throws org.diban.kernel.problem.ProblemException with a {@link BackupProblem} or a problem of the database; no file is left then
     */
    public static BackupSize write(DatabaseSettings settings, Path file, InstantSource clock) {
        if (Files.exists(file)) {
            throw BackupProblem.EXISTS.exception(file);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Database database = Database.visit(settings)) {
            try {
                Files.deleteIfExists(part);
                Files.createFile(part, PRIVATE);
                Manifest manifest = write(database.dataSource(), part, clock);
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                // A link fails where a move would replace a file that appeared meanwhile.
                Files.createLink(file, part);
                return BackupSize.of(manifest);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw BackupProblem.CANNOT_WRITE.because(e, file, String.valueOf(e.getMessage()));
        }
    }

    private static Manifest write(DataSource source, Path file, InstantSource clock) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (ZipOutputStream zip = new ZipOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), 1 << 16))) {
                zip.setLevel(Deflater.BEST_SPEED);
                Manifest manifest = write(Snapshot.of(connection), zip, clock);
                byte[] json = manifest.write().canonicalBytes();
                put(zip, MANIFEST, json);
                put(zip, MANIFEST_DIGEST, Sha256.of(json).getBytes(StandardCharsets.US_ASCII));
                return manifest;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw BackupProblem.DATABASE.because(e, String.valueOf(e.getMessage()));
        }
    }

    private static Manifest write(Snapshot snapshot, ZipOutputStream zip, InstantSource clock)
            throws SQLException, IOException {
        Map<String, String> versions = snapshot.versions();
        if (versions.isEmpty()) {
            throw BackupProblem.NOTHING.exception();
        }
        List<Entry> entries = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            Entry unmeasured = new Entry(table.schema(), table.name(), table.columns(), 0, 0, "");
            zip.putNextEntry(new ZipEntry(unmeasured.path()));
            Sha256 out = new Sha256(zip);
            long rows = snapshot.copyOut(table, out);
            zip.closeEntry();
            entries.add(new Entry(table.schema(), table.name(), table.columns(), rows, out.bytes(), out.hex()));
        }
        return new Manifest(clock.instant(), snapshot.versions(), entries, snapshot.sequences(), snapshot.evidence());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
