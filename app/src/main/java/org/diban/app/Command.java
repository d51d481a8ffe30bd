package org.diban.app;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;

/** What the application can be asked to do. */
enum Command {
    /** Serves until it is stopped. */
    RUN("run", 0, line -> SpringApplication.run(Diban.class, line.springArguments())),
    /** Writes one consistent snapshot of everything into a file. */
    BACKUP("backup", 1, Archives::backup),
    /** Restores such a file into an empty data folder or database. */
    RESTORE("restore", 1, Archives::restore),
    /** Re-derives the whole evidence log from its rows. */
    LOG_CHECK("log check", 0, LogCheckCommand::run);

    private final List<String> words;
    private final int operands;
    private final Consumer<CommandLine> action;

    Command(String words, int operands, Consumer<CommandLine> action) {
        this.words = List.of(words.split(" ", -1));
        this.operands = operands;
        this.action = action;
    }

    /** The words that name the command. */
    List<String> words() {
        return words;
    }

    /** How many operands follow the words. */
    int operands() {
        return operands;
    }

    /** Does it. Returns when it is done, or when the server has started. */
    void run(CommandLine line) {
        action.accept(line);
    }

    /** The command that these words begin with; {@link #RUN} when there are none. */
    static Command startOf(List<String> given) {
        if (given.isEmpty()) {
            return RUN;
        }
        for (Command command : values()) {
            int length = command.words.size();
            if (given.size() >= length && given.subList(0, length).equals(command.words)) {
                return command;
            }
        }
        throw StartProblem.USAGE.exception(String.join(" ", given));
    }
}
