package org.diban.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diban.cli.terminal.CliProblem;
import org.diban.indicator.score.RuleSet;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;

/**
 * The forms of all files that a command was given.
 *
 * @param files what each file holds, in the order of the files
 */
public record ReadForms(List<FormFile> files) {
    public ReadForms {
        files = List.copyOf(files);
    }

    /**
     * Reads files, and the files of folders.
     *
     * @throws ProblemException when a path leads nowhere or a file cannot be read
     */
    public static ReadForms read(List<Path> given, RuleSet rules) {
        List<FormFile> files = new ArrayList<>();
        for (FormFiles.Named named : FormFiles.find(given)) {
            try {
                files.add(FormFile.read(named.path(), named.name(), rules));
            } catch (IOException e) {
                throw new ProblemException(CliProblem.UNREADABLE.problem(named.name(), reason(e)), e);
            }
        }
        return new ReadForms(files);
    }

    /** All forms. */
    public List<FormFile.Entry> entries() {
        return files.stream().flatMap(file -> file.entries().stream()).toList();
    }

    /** All forms, or the one with a number from 1. */
    public List<FormFile.Entry> entries(int number) {
        List<FormFile.Entry> all = entries();
        if (number == 0) {
            return all;
        }
        if (number < 1 || number > all.size()) {
            throw CliProblem.NO_SUCH_FORM.exception(number, all.size());
        }
        return List.of(all.get(number - 1));
    }

    /** What is wrong with any of them. */
    public List<Problem> problems() {
        return files.stream().flatMap(file -> file.problems().stream()).toList();
    }

    /** What a person should look at in any of them. */
    public List<Problem> notes() {
        return files.stream().flatMap(file -> file.notes().stream()).toList();
    }

    /** Whether a form or a file could not be taken over. */
    public boolean isIncomplete() {
        return files.stream().anyMatch(file -> file.refused() > 0);
    }

    /** What the system says about a failure, without the path that the message names itself. */
    public static String reason(IOException e) {
        String message = e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
