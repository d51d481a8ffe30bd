package org.diban.cli.input;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.problem.ProblemException;

/** A file that a command writes: complete or not at all. */
public final class OutFile {
    private OutFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content<T> {
        T write(OutputStream stream) throws IOException;
    }

    /**
     * Writes a file beside its place and moves it there when it is complete.
     *
     * @param force whether a file that is already there may be replaced
     * @throws ProblemException when there is one and it may not, or when writing fails
     */
    public static <T> T write(Path file, boolean force, Content<T> content) {
        if (!force && Files.exists(file)) {
            throw CliProblem.FILE_EXISTS.exception(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            try {
                T result;
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                    result = content.write(stream);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return result;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ProblemException(CliProblem.UNWRITABLE.problem(file, ReadForms.reason(e)), e);
        }
    }
}
