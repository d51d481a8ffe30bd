package org.diban.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that holds everything one installation keeps: the embedded database, attached files, logs and keys.
 *
 * @param root the absolute path; the folder and all below it are private to the user (mode 0700)
 */
public record DataFolder(Path root) {
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The folder at a path, made private, and created when it is not there.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#DATA_FOLDER} when it cannot be had
     */
    public static DataFolder at(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            makePrivate(folder.root);
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, folder.root);
        }
        return folder;
    }

    /** The log files. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** A private folder of a feature, created when it is not there. */
    public Path folder(String name) {
        try {
            return makePrivate(root.resolve(name));
        } catch (IOException e) {
            throw DatabaseProblem.DATA_FOLDER.because(e, root.resolve(name));
        }
    }

    /** Replaces a small private file (mode 0600) in one step: a reader finds the old content or the new one, whatever happens in between. */
    public void write(String name, byte[] content) {
        Path file = root.resolve(name);
        Path part = root.resolve(name + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.getPosixFilePermissions(folder).equals(PRIVATE_FOLDER)) {
            Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
        }
        return folder;
    }
}
