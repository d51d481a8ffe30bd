package org.diban.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.problem.ProblemException;

/** The files that a command was given: those that were named, and in folders those with the ending of a form. */
public final class FormFiles {
    private static final Set<String> ENDINGS = Set.of("txt", "tsv", "xlsx", "xls", "json");

    private FormFiles() {}

    /**
     * A file with the name that people know it by.
     *
     * @param path where it is
     * @param name the name as it was given, or its path below the folder that was
     */
    public record Named(Path path, String name) {}

    /**
     * Every file, those of a folder by name. Links inside folders are not followed; hidden files and the lock files of office programs are
     * left out.
     *
     * @throws ProblemException when a path leads nowhere or a folder holds no form
     */
    public static List<Named> find(List<Path> given) {
        List<Named> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                List<Named> found = below(path);
                if (found.isEmpty()) {
                    throw CliProblem.EMPTY_FOLDER.exception(path);
                }
                files.addAll(found);
            } else if (Files.exists(path)) {
                Path name = path.getFileName();
                files.add(new Named(path, name == null ? path.toString() : name.toString()));
            } else {
                throw CliProblem.NO_FILE.exception(path);
            }
        }
        return Collections.unmodifiableList(files);
    }

    private static List<Named> below(Path folder) {
        List<Named> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isForm(file)) {
                        found.add(new Named(file, folder.relativize(file).toString()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    found.add(new Named(file, folder.relativize(file).toString()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(java.util.Comparator.comparing(Named::name));
        return found;
    }

    private static boolean isForm(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.startsWith("~$") && ENDINGS.contains(ending);
    }
}
