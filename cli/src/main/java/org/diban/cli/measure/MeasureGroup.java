package org.diban.cli.measure;

import org.diban.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code diban measure}. */
@Command(name = "measure", synopsisSubcommandLabel = "COMMAND")
public final class MeasureGroup {
    private MeasureGroup() {}

    /** The group with its commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new MeasureGroup())
                .addSubcommand(new MeasureListCommand(terminal))
                .addSubcommand(new MeasureShowCommand(terminal));
    }
}
