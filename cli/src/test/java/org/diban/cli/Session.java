package org.diban.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One run of the program, as a script sees it.
 *
 * @param status the exit status
 * @param out the standard output
 * @param err the standard error
 */
record Session(int status, String out, String err) {
    /** Runs the program in English. */
    static Session run(Object... arguments) {
        return run(Map.of("LANG", "en_GB.UTF-8"), arguments);
    }

    static Session run(Map<String, String> environment, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int status = Diban.run(
                words,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Session(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String lastLine() {
        return out.lines().reduce("", (before, line) -> line);
    }

    /** Two made-up forms in a file of a folder. The first has one point less than computed, without a reason. */
    static Path twoForms(Path folder) throws IOException {
        return Files.writeString(folder.resolve("two.txt"), twoForms());
    }

    static String twoForms() throws IOException {
        try (InputStream in = Objects.requireNonNull(Session.class.getResourceAsStream("two-forms.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
