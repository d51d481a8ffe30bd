package org.diban.app;

import ch.qos.logback.classic.Level;
import java.util.Locale;
import org.diban.kernel.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application's entry: the server, and the commands that need the database but no web server.
 *
 * <p>A command exits with 0 when all is well, 1 when it found or met a problem, which it names on the standard error in one line, and 2 when it was called wrongly.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Diban {
    public static void main(String[] arguments) {
        CommandLine line;
        try {
            line = CommandLine.parse(arguments);
        } catch (ProblemException e) {
            System.err.println(e.problem().in(Locale.getDefault()));
            System.exit(2);
            return;
        }
        try {
            if (line.command() != Command.RUN) {
                quiet();
            }
            line.command().run(line);
        } catch (ProblemException e) {
            e.problems().forEach(problem -> System.err.println(problem.in(line.language())));
            System.exit(1);
        }
    }

    /** Keeps the logs of a command to what a person has to know. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
