package org.diban.cli.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diban.cli.input.FormFiles;
import org.diban.cli.input.OutFile;
import org.diban.cli.server.Address;
import org.diban.cli.server.FormId;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.ProgressBar;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.format.findings.CsvFindings;
import org.diban.indicator.format.findings.FindingsWriter;
import org.diban.indicator.format.findings.JsonFindings;
import org.diban.indicator.format.findings.XlsxFindings;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.FormReview;
import org.diban.indicator.review.ReviewProgress;
import org.diban.indicator.review.ReviewRule;
import org.diban.indicator.review.ReviewRules;
import org.diban.indicator.review.ReviewRun;
import org.diban.indicator.review.ReviewSummary;
import org.diban.indicator.review.Severity;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban review PATH…|ID}: the findings of all rules on all forms, or those that the server has on one, and how many each rule made. */
@Command(name = "review")
public final class ReviewCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".xlsx", ".csv", ".json");

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH|ID", arity = "1..*")
    List<Path> paths = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT")
    @Nullable
    Path out;

    @Option(names = "--force")
    boolean force;

    @Option(names = "--summary")
    boolean summaryOnly;

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    /**
     * @param environment names the server and the token unless the options do
     */
    public ReviewCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    /** What a review came to, and how many problems kept forms out of it. */
    private record Outcome(ReviewSummary summary, long problems) {}

    @Override
    public Integer call() throws IOException {
        Optional<String> id = FormId.of(paths);
        if (id.isPresent()) {
            if (out != null) {
                throw CliProblem.ONLY_FILES.exception("--out");
            }
            return server.ask(opened -> ofServer(opened.get(Address.api("forms", id.get(), "findings"))));
        }
        server.refuse();
        return ofFiles();
    }

    private int ofServer(JsonObject answer) {
        List<JsonObject> findings = answer.objects("items");
        if (json) {
            terminal.json(answer);
        } else {
            if (!summaryOnly) {
                findings.forEach(this::print);
                terminal.say("");
            }
            count(
                    1,
                    findings.stream()
                            .collect(Collectors.groupingBy(
                                    finding -> finding.string("rule"), TreeMap::new, Collectors.counting())));
        }
        return (findings.isEmpty() ? Exit.OK : Exit.FINDINGS).code();
    }

    private void print(JsonObject finding) {
        String severity = Stream.of(Severity.values())
                .filter(one -> one.name().equals(finding.string("severity")))
                .findFirst()
                .map(one -> one.text().in(terminal.locale()))
                .orElseGet(() -> finding.string("severity"));
        terminal.say(finding.string("rule") + " " + severity + "  " + finding.string("project") + " / "
                + finding.string("field") + "  "
                + terminal.text(finding.string("zh"), finding.string("en")));
    }

    private int ofFiles() throws IOException {
        Path file = out;
        if (file != null && ENDINGS.stream().noneMatch(lower(file)::endsWith)) {
            throw CliProblem.UNKNOWN_FORMAT.exception(file.getFileName(), String.join(" ", ENDINGS));
        }
        List<FormFiles.Named> files = FormFiles.find(paths);
        Outcome outcome;
        if (file != null) {
            outcome = OutFile.write(file, force, stream -> review(files, writer(file, stream)));
        } else {
            outcome = review(files, onTerminal());
        }
        if (!json) {
            count(outcome.summary().forms(), outcome.summary().findings());
        } else if (file != null) {
            new JsonFindings(terminal.out()).finish(outcome.summary());
        }
        outcome.summary().problems().forEach(terminal::tell);
        long findings = outcome.summary().findings().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (outcome.summary().forms() == 0) {
            return Exit.BAD_INPUT.code();
        }
        return (findings + outcome.problems() > 0 ? Exit.FINDINGS : Exit.OK).code();
    }

    private Outcome review(List<FormFiles.Named> files, FindingsWriter writer) throws IOException {
        Path scratch = Files.createTempDirectory("diban-review");
        int threads = Runtime.getRuntime().availableProcessors();
        long[] problems = {0};
        try (ProgressBar bar = new ProgressBar(terminal, InstantSource.system(), files.size());
                Submissions forms = new Submissions(
                        files,
                        RuleSets.standard(),
                        problem -> {
                            problems[0]++;
                            bar.clear();
                            terminal.tell(problem);
                        },
                        threads)) {
            ReviewRun run = new ReviewRun(FormReview.standard(), scratch, threads);
            ReviewSummary summary = run.run(forms, finding -> write(writer, finding), new ReviewProgress() {
                @Override
                public void reviewed(long count) {
                    bar.done(forms.filesDone());
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
            writer.finish(summary);
            return new Outcome(summary, problems[0]);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private static void write(FindingsWriter writer, Finding finding) {
        try {
            writer.write(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FindingsWriter writer(Path file, OutputStream stream) throws IOException {
        String name = lower(file);
        if (name.endsWith(".xlsx")) {
            return new XlsxFindings(stream, terminal.locale());
        }
        return name.endsWith(".csv") ? new CsvFindings(stream, terminal.locale()) : new JsonFindings(stream);
    }

    private FindingsWriter onTerminal() throws IOException {
        if (json) {
            return new JsonFindings(terminal.out());
        }
        return new FindingsWriter() {
            @Override
            public void write(Finding finding) {
                if (!summaryOnly) {
                    terminal.say(
                            finding.rule() + " " + finding.severity().text().in(terminal.locale()) + "  "
                                    + finding.form().project() + " / " + finding.field() + "  "
                                    + finding.message().in(terminal.locale()) + "  ["
                                    + finding.form().key() + "]");
                }
            }

            @Override
            public void finish(ReviewSummary summary) {
                if (!summaryOnly) {
                    terminal.say("");
                }
            }
        };
    }

    private void count(long forms, Map<String, Long> findings) {
        Columns table = new Columns("lrl")
                .row(terminal.text("规则", "Rule"), terminal.text("数量", "Findings"), terminal.text("内容", "Title"));
        long sum = 0;
        for (ReviewRule rule : ReviewRules.standard().all()) {
            long count = findings.getOrDefault(rule.id(), 0L);
            sum += count;
            table.row(rule.id(), Long.toString(count), rule.title().in(terminal.locale()));
        }
        table.lines().forEach(terminal::say);
        terminal.say(terminal.forms(forms) + "，" + sum + " 个问题", terminal.forms(forms) + ", " + sum + " findings");
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
