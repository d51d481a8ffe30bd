package org.diban.cli.form;

import java.util.Map;
import org.diban.cli.review.ReviewCommand;
import org.diban.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code diban form}. */
@Command(name = "form", synopsisSubcommandLabel = "COMMAND")
public final class FormGroup {
    private FormGroup() {}

    /**
     * The group with its commands.
     *
     * @param environment names the server and the token unless the options do
     */
    public static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
        return new CommandLine(new FormGroup())
                .addSubcommand(new ListCommand(terminal, environment))
                .addSubcommand(new ShowCommand(terminal, environment))
                .addSubcommand(new ImportCommand(terminal, environment))
                .addSubcommand(new ReviewCommand(terminal, environment))
                .addSubcommand(new ExportCommand(terminal, environment))
                .addSubcommand(new BundleCommand(terminal, environment))
                .addSubcommand(new CompareCommand(terminal));
    }
}
