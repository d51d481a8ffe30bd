package org.diban.cli.form;

import java.util.List;
import java.util.Locale;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;

/** What every command on files says about them. */
final class Reports {
    private Reports() {}

    /** Tells problems and notes on the error stream. */
    static void tell(Terminal terminal, ReadForms read) {
        read.notes().forEach(note -> terminal.tell(new Text(note.in(Locale.CHINESE), note.in(Locale.ENGLISH))));
        read.problems().forEach(terminal::tell);
    }

    /** Bad input when something could not be taken over, otherwise what the command found. */
    static int exit(ReadForms read, boolean findings) {
        if (read.isIncomplete()) {
            return Exit.BAD_INPUT.code();
        }
        return (findings ? Exit.FINDINGS : Exit.OK).code();
    }

    static List<JsonObject> json(List<Problem> problems) {
        return problems.stream().map(Reports::json).toList();
    }

    private static JsonObject json(Problem problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("at", problem.location().toString())
                .put(
                        "message",
                        JsonObject.builder()
                                .put("zh", problem.message().zh())
                                .put("en", problem.message().en())
                                .build())
                .build();
    }
}
