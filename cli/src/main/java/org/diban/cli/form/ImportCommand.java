package org.diban.cli.form;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.printed.FormCheck;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Transcription;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code diban form import FILE --organisation NAME}: hands a file to the server, which takes all of its forms or none.
 *
 * <p>{@code diban form import FILE… --check}: what an import would find. Recomputes every form and compares it, cell by cell, with what was read;
 * the last line counts forms, cells and differences.
 */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    List<Path> files = List.of();

    @Option(names = "--check")
    boolean check;

    @Option(names = "--organisation", paramLabel = "NAME")
    @Nullable
    String organisation;

    @Option(names = "--replace")
    boolean replace;

    @Mixin
    Rules rules = new Rules();

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    ImportCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        return check ? check() : send();
    }

    private int send() {
        rules.refuse();
        if (files.size() > 1) {
            throw CliProblem.ONE_FILE_ONLY.exception(files.size());
        }
        Path file = files.getFirst();
        if (!Files.isRegularFile(file)) {
            throw CliProblem.NO_FILE.exception(file);
        }
        if (organisation == null) {
            throw CliProblem.MISSING_WORD.exception("--organisation");
        }
        ServerImport sent = new ServerImport(terminal, organisation, replace, json);
        return server.ask(opened -> sent.send(opened, file));
    }

    private int check() {
        server.refuse();
        if (organisation != null) {
            throw CliProblem.ONLY_SERVER.exception("--organisation");
        }
        if (replace) {
            throw CliProblem.ONLY_SERVER.exception("--replace");
        }
        ReadForms read = ReadForms.read(files, rules.get());
        Reports.tell(terminal, read);
        List<FormCheck> checks = new ArrayList<>();
        for (FormFile file : read.files()) {
            Transcription transcription = file.transcription();
            if (transcription != null) {
                checks.add(FormCheck.of(transcription));
            }
        }
        int forms = read.entries().size();
        int cells = checks.stream().mapToInt(FormCheck::cells).sum();
        List<FormCheck.Difference> differences =
                checks.stream().flatMap(one -> one.differences().stream()).toList();
        List<FormCheck.Unexplained> unexplained =
                checks.stream().flatMap(one -> one.unexplained().stream()).toList();
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("forms", forms)
                    .put("cells", cells)
                    .put(
                            "differences",
                            differences.stream().map(ImportCommand::json).toList())
                    .put(
                            "unexplained",
                            unexplained.stream().map(ImportCommand::json).toList())
                    .put("problems", Reports.json(read.problems()))
                    .put("notes", Reports.json(read.notes()))
                    .build());
        } else {
            read.entries().forEach(entry -> compare(entry, rules.get()));
            listUnexplained(unexplained);
            for (FormCheck.Difference difference : differences) {
                terminal.say(terminal.red(terminal.text("差异 ", "Difference ")
                        + difference.read().location()
                        + terminal.text("：表上“", ": read \"")
                        + difference.read().text()
                        + terminal.text("”，计算为“", "\", computed \"")
                        + difference.printed()
                        + terminal.text("”", "\"")));
            }
            terminal.say(
                    terminal.forms(forms) + "，" + cells + " 个单元格，" + differences.size() + " 处差异",
                    terminal.forms(forms) + ", " + cells + " cells, " + differences.size() + " differences");
        }
        return Reports.exit(read, !differences.isEmpty() || !read.problems().isEmpty());
    }

    private void compare(FormFile.Entry entry, RuleSet rules) {
        ScoredForm scored = ScoredForm.of(entry.form(), rules);
        PrintedForm source = entry.source();
        terminal.say(terminal.bold(entry.form().project()) + "  " + entry.form().year() + "  " + entry.key());
        Columns table = new Columns("lllrrrr")
                .row(
                        terminal.text("指标", "Indicator"),
                        terminal.text("指标值", "Target"),
                        terminal.text("完成值", "Actual"),
                        terminal.text("分值", "Weight"),
                        terminal.text("计算得分", "Computed"),
                        terminal.text("表上得分", "Printed"),
                        terminal.text("扣分", "Deducted"));
        for (int i = 0; i < scored.indicators().size(); i++) {
            ScoredIndicator indicator = scored.indicators().get(i);
            if (source == null) {
                continue;
            }
            PrintedIndicator row = source.indicators().get(i);
            table.row(
                    row.level3().text(),
                    row.target().text(),
                    row.actual().text(),
                    row.weight().text(),
                    indicator.computed().toPlainString(),
                    row.score().text(),
                    indicator.deducted().signum() == 0
                            ? ""
                            : indicator.deducted().toPlainString());
        }
        table.lines().forEach(line -> terminal.say("  " + line));
        String printed = source == null ? "-" : source.totalScore().text();
        terminal.say(
                "  计算总分 " + scored.total().toPlainString() + "，表上总分 " + printed,
                "  Computed total " + scored.total().toPlainString() + ", printed total " + printed);
        terminal.say("");
    }

    private void listUnexplained(List<FormCheck.Unexplained> unexplained) {
        if (unexplained.isEmpty()) {
            return;
        }
        terminal.say(terminal.bold(terminal.text(
                unexplained.size() + " 处扣分没有说明原因",
                unexplained.size() + (unexplained.size() == 1 ? " deduction" : " deductions") + " without a reason")));
        Columns table = new Columns("rlll");
        for (FormCheck.Unexplained one : unexplained) {
            table.row(
                    one.amount().toPlainString(),
                    one.indicator().indicator().level3(),
                    one.project(),
                    one.score().location().toString());
        }
        table.lines().forEach(line -> terminal.say("  " + line));
        terminal.say("");
    }

    private static JsonObject json(FormCheck.Difference difference) {
        return JsonObject.builder()
                .put("at", difference.read().location().toString())
                .put("read", difference.read().text())
                .put("computed", difference.printed())
                .build();
    }

    private static JsonObject json(FormCheck.Unexplained one) {
        return JsonObject.builder()
                .put("at", one.score().location().toString())
                .put("project", one.project())
                .put("indicator", one.indicator().indicator().level3())
                .put("computed", one.indicator().computed().toPlainString())
                .put("printed", one.score().text())
                .put("amount", one.amount().toPlainString())
                .build();
    }
}
