package org.diban.cli.form;

import org.diban.cli.terminal.CliProblem;
import org.diban.indicator.ledger.FormState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the server's forms to list. Whatever is not said does not narrow the list, apart from the year: it is the latest unless said. */
final class FormFilter {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    @Option(names = "--year", paramLabel = "YEAR")
    @Nullable
    Integer year;

    @Option(names = "--text", paramLabel = "TEXT")
    @Nullable
    String text;

    @Option(names = "--organisation", paramLabel = "NAME")
    @Nullable
    String organisation;

    @Option(names = "--grade", paramLabel = "GRADE")
    @Nullable
    String grade;

    @Option(names = "--state", paramLabel = "STATE")
    FormState.@Nullable Status state;

    /** Finds fault with what the server would not understand. */
    void check() {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw CliProblem.BAD_VALUE.exception(year, "--year");
        }
    }

    /** Refuses these options where the command works on files. */
    void refuse() {
        refuse("--year", year);
        refuse("--text", text);
        refuse("--organisation", organisation);
        refuse("--grade", grade);
        refuse("--state", state);
    }

    private static void refuse(String option, @Nullable Object value) {
        if (value != null) {
            throw CliProblem.ONLY_SERVER.exception(option);
        }
    }
}
