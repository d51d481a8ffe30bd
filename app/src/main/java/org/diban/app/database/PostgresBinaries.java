package org.diban.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per user and version from the archive on the class path.
 *
 * <p>The folder appears in one step, complete or not at all, and its name holds the digest of the archive that it came from.
 */
final class PostgresBinaries {
    /** The major version of the programs, as in the file {@code PG_VERSION} of a data folder. */
    static final String MAJOR = "18";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String SHA_256 = "63999c2914366d62c68e51794e597588c336e75ed2958d53c558e8deca5e13fc";
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

    private PostgresBinaries() {}

    /** The cache folder of this user: {@code $XDG_CACHE_HOME/diban} or {@code ~/.cache/diban}. */
    static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return root.resolve("diban");
    }

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}, unpacked when it is not there yet.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#NO_BINARIES} or {@link DatabaseProblem#DAMAGED_BINARIES}
     */
    static Path unpackedIn(Path cache) {
        Path home = cache.resolve("postgres-" + MAJOR + "-" + SHA_256.substring(0, 12));
        if (isComplete(home)) {
            return home;
        }
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            if (archive == null || !platform.equals("Linux amd64")) {
                throw DatabaseProblem.NO_BINARIES.exception(platform);
            }
            DataFolder.makePrivate(cache);
            Path part = Files.createTempDirectory(cache, "postgres.part");
            try {
                unpack(archive, part);
                publish(part, home);
            } finally {
                delete(part);
            }
            return home;
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, cache);
        }
    }

    private static boolean isComplete(Path home) {
        return PROGRAMS.stream()
                .allMatch(p -> Files.isExecutable(home.resolve("bin").resolve(p)));
    }

    /** Another process may have been first: then its folder stands and ours is dropped. A folder that lost its programs is replaced. */
    private static void publish(Path part, Path home) throws IOException {
        if (Files.exists(home) && !isComplete(home)) {
            delete(home);
        }
        try {
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!isComplete(home)) {
                throw e;
            }
        }
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        DigestInputStream digested = new DigestInputStream(new BufferedInputStream(archive, 1 << 16), sha256());
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(digested))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                Path parent = target.getParent();
                if (!target.startsWith(into) || parent == null) {
                    throw DatabaseProblem.DAMAGED_BINARIES.exception();
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(parent);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(parent);
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
                }
            }
            digested.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digested.getMessageDigest().digest()).equals(SHA_256)) {
            throw DatabaseProblem.DAMAGED_BINARIES.exception();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Deletes a folder and all below it; nothing happens when it is not there. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            if (Files.exists(folder)) {
                throw e;
            }
        }
    }
}
