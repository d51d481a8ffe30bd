package org.diban.cli.form;

import org.diban.cli.review.ReviewCommand;
import org.diban.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code diban form}. */
@Command(name = "form", synopsisSubcommandLabel = "COMMAND")
public final class FormGroup {
    private FormGroup() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new FormGroup())
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new ReviewCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new CompareCommand(terminal));
    }
}
