package org.diban.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.diban.cli.evidence.EvidenceGroup;
import org.diban.cli.form.FormGroup;
import org.diban.cli.measure.MeasureGroup;
import org.diban.cli.review.ReviewCommand;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.cli.verify.VerifyBundle;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.ProblemKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code diban}: the program. */
@Command(name = "diban", synopsisSubcommandLabel = "COMMAND")
public final class Diban {
    private static final String LANGUAGE = "--lang";

    @Option(names = LANGUAGE, paramLabel = "zh|en", scope = ScopeType.INHERIT)
    String language = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    private Diban() {}

    /** Runs a command and ends the process with its {@link Exit}. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = run(arguments, System.getenv(), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param environment decides on language and colour, and names the server and the token
     * @return the exit status
     */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        boolean interactive = environment.containsKey("TERM")
                && !environment.containsKey("NO_COLOR")
                && System.console() != null
                && System.console().isTerminal();
        Terminal terminal = new Terminal(out, err, language(arguments, environment), interactive);
        CommandLine program = commandLine(terminal, environment);
        try {
            return program.execute(arguments);
        } finally {
            out.flush();
        }
    }

    static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
        boolean english = terminal.locale().equals(Locale.ENGLISH);
        CommandLine program = new CommandLine(new Diban());
        program.addSubcommand(FormGroup.commandLine(terminal, environment));
        program.addSubcommand(new ReviewCommand(terminal, environment));
        program.addSubcommand(new VerifyBundle(terminal));
        program.addSubcommand(EvidenceGroup.commandLine(terminal, environment));
        program.addSubcommand(MeasureGroup.commandLine(terminal));
        program.setResourceBundle(
                ResourceBundle.getBundle("org.diban.cli.help", english ? Locale.ENGLISH : Locale.CHINESE));
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        program.setErr(new java.io.PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        program.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF));
        program.setParameterExceptionHandler((e, given) -> {
            terminal.tell(problem(e));
            return Exit.USAGE.code();
        });
        program.setExecutionExceptionHandler((e, command, result) -> {
            if (e instanceof ProblemException problems) {
                problems.problems().forEach(terminal::tell);
                return exit(problems.problem().kind()).code();
            }
            throw e;
        });
        return program;
    }

    /** The language that {@code --lang} names, wherever it stands: help is written in it too. */
    private static Locale language(String[] arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.length; i++) {
            boolean named = arguments[i].equals(LANGUAGE) && i + 1 < arguments.length;
            String value =
                    named ? arguments[i + 1] : arguments[i].startsWith(LANGUAGE + "=") ? arguments[i].substring(7) : "";
            if (!value.isEmpty()) {
                return value.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
            }
        }
        return Terminal.language(environment);
    }

    private static Problem problem(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                CliProblem.UNKNOWN_WORD.problem(String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing ->
                CliProblem.MISSING_WORD.problem(
                        missing.getMissing().isEmpty()
                                ? "COMMAND"
                                : missing.getMissing().stream().map(Diban::name).collect(Collectors.joining(" ")));
            default -> {
                ArgSpec argument = e.getArgSpec();
                yield argument == null
                        ? CliProblem.MISSING_WORD.problem("COMMAND")
                        : CliProblem.BAD_VALUE.problem(String.valueOf(e.getValue()), name(argument));
            }
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Exit exit(ProblemKind kind) {
        return switch (kind) {
            case USER, CONFLICT -> Exit.USAGE;
            case DATA -> Exit.BAD_INPUT;
            case DENIED, EXTERNAL, RESOURCE, INTERNAL -> Exit.IO;
        };
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        boolean flush = descriptor == FileDescriptor.err;
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 15),
                flush,
                StandardCharsets.UTF_8);
    }
}
