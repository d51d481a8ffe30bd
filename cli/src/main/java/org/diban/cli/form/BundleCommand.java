package org.diban.cli.form;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diban.cli.server.Address;
import org.diban.cli.server.Download;
import org.diban.cli.server.FormId;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban form bundle ID -o OUT}: the proof bundle of a form of the server, which {@code diban verify} verifies without it. */
@Command(name = "bundle")
final class BundleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FORM")
    String id = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            required = true)
    Path out = Path.of("");

    @Option(names = "--force")
    boolean force;

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    BundleCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        Address address = Address.api("forms", FormId.require(id), "bundle");
        return server.ask(opened -> Download.fetch(terminal, json, opened, address, "application/zip", out, force));
    }
}
