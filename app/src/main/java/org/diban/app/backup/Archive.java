package org.diban.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diban.app.backup.Manifest.Entry;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.ProblemException;

/** A backup that was found whole: every digest agrees with its manifest. */
final class Archive implements AutoCloseable {
    private static final int MANIFEST_BYTES = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads it once through.
     *
     * @throws ProblemException with {@link BackupProblem#NOT_A_BACKUP}, {@link BackupProblem#OTHER_FORMAT} or {@link BackupProblem#DAMAGED}
     */
    static Archive open(Path file) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw BackupProblem.NOT_A_BACKUP.because(e, file, String.valueOf(e.getMessage()));
        }
        try {
            Archive archive = new Archive(file, zip, manifest(file, zip));
            archive.check();
            return archive;
        } catch (IOException | JsonException | DateTimeException | IllegalArgumentException e) {
            close(zip, e);
            throw BackupProblem.NOT_A_BACKUP.because(e, file, String.valueOf(e.getMessage()));
        } catch (ProblemException e) {
            close(zip, e);
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** The bytes of a table. */
    InputStream open(Entry entry) throws IOException {
        return open(file, zip, entry.path());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        byte[] bytes = read(file, zip, Backup.MANIFEST);
        String digest = new String(read(file, zip, Backup.MANIFEST_DIGEST), StandardCharsets.US_ASCII);
        if (!Sha256.of(bytes).equals(digest)) {
            throw BackupProblem.DAMAGED.exception(file, Backup.MANIFEST);
        }
        JsonObject json = JsonReader.readObject(bytes);
        String format = json.string("format");
        if (!format.equals(Manifest.FORMAT)) {
            throw BackupProblem.OTHER_FORMAT.exception(file, format, Manifest.FORMAT);
        }
        return Manifest.read(json);
    }

    private void check() throws IOException {
        for (Entry entry : manifest.tables()) {
            Sha256 digest = new Sha256(OutputStream.nullOutputStream());
            try (InputStream in = open(entry)) {
                in.transferTo(digest);
            } catch (java.util.zip.ZipException e) {
                throw BackupProblem.DAMAGED.because(e, file, entry.path());
            }
            if (digest.bytes() != entry.bytes() || !digest.hex().equals(entry.sha256())) {
                throw BackupProblem.DAMAGED.exception(file, entry.path());
            }
        }
    }

    private static byte[] read(Path file, ZipFile zip, String name) throws IOException {
        try (InputStream in = open(file, zip, name)) {
            return in.readNBytes(MANIFEST_BYTES);
        }
    }

    private static InputStream open(Path file, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw BackupProblem.NOT_A_BACKUP.exception(file, name);
        }
        return zip.getInputStream(entry);
    }

    private static void close(ZipFile zip, Exception cause) {
        try {
            zip.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
