package org.diban.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.evidence.bundle.BundleLimits;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.BundleVerifier;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.indicator.proof.FormClaims;
import org.diban.kernel.problem.ProblemException;
import org.diban.verifier.ReportPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban verify BUNDLE}: recomputes every figure of a bundle from its rows and says, figure by figure, whether it is proved. */
@Command(name = "verify")
public final class VerifyBundle implements Callable<Integer> {
    private static final int MANY = 999;

    private final Terminal terminal;

    @Parameters(paramLabel = "BUNDLE")
    Path bundle = Path.of("");

    @Option(names = "--key", paramLabel = "KEY")
    List<String> keys = new ArrayList<>();

    @Option(names = "--witnesses", paramLabel = "N")
    int witnesses;

    @Option(names = "--json")
    boolean json;

    public VerifyBundle(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (witnesses < 0 || witnesses > MANY) {
            throw CliProblem.BAD_VALUE.exception(witnesses, "--witnesses");
        }
        if (witnesses > 0 && keys.isEmpty()) {
            throw CliProblem.MISSING_WORD.exception("--key");
        }
        if (!Files.exists(bundle)) {
            throw CliProblem.NO_FILE.exception(bundle);
        }
        Trust trust = keys.isEmpty() ? null : new Trust(trusted(), witnesses);
        BundleReport report;
        try {
            report = new BundleVerifier(trust, BundleLimits.USUAL).verify(bundle, new FormClaims());
        } catch (IOException e) {
            throw new ProblemException(CliProblem.UNREADABLE.problem(bundle, ReadForms.reason(e)), e);
        }
        ReportPrinter printer = new ReportPrinter(report, terminal.locale());
        (json ? printer.json() : printer.text()).lines().forEach(terminal::say);
        return (report.proved() ? Exit.OK : Exit.FINDINGS).code();
    }

    private List<VerifierKey> trusted() {
        List<VerifierKey> trusted = new ArrayList<>();
        for (String given : keys) {
            VerifierKey.parse(given).ifPresentOrElse(trusted::add, () -> trusted.addAll(file(given)));
        }
        return trusted;
    }

    private static List<VerifierKey> file(String name) {
        List<VerifierKey> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(name))) {
                if (!line.isBlank()) {
                    keys.add(VerifierKey.parse(line.strip())
                            .orElseThrow(() -> CliProblem.BAD_VALUE.exception(line, "--key")));
                }
            }
        } catch (InvalidPathException | IOException e) {
            throw new ProblemException(CliProblem.BAD_VALUE.problem(name, "--key"), e);
        }
        return keys;
    }
}
