package org.diban.cli.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code diban form compare A B}: which cells of two forms differ. Files with several forms are matched by project and year; two files
 * with one form each are compared whatever their names.
 */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A")
    Path a = Path.of("");

    @Parameters(index = "1", paramLabel = "B")
    Path b = Path.of("");

    @Mixin
    Rules rules = new Rules();

    @Option(names = "--json")
    boolean json;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleSet scoring = rules.get();
        ReadForms readA = ReadForms.read(List.of(a), scoring);
        ReadForms readB = ReadForms.read(List.of(b), scoring);
        Reports.tell(terminal, readA);
        Reports.tell(terminal, readB);
        List<Pair> pairs = pairs(readA.entries(), readB.entries());
        int differences = 0;
        List<JsonObject> forms = new ArrayList<>();
        for (Pair pair : pairs) {
            List<CellPair> cells = pair.differences(scoring);
            differences += cells.size();
            if (json) {
                forms.add(json(pair, cells));
            } else if (!cells.isEmpty()) {
                show(pair, cells);
            }
        }
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("forms", forms)
                    .put("differences", differences)
                    .build());
        } else {
            terminal.say(
                    terminal.forms(pairs.size()) + "，" + differences + " 处不同",
                    terminal.forms(pairs.size()) + ", " + differences + " differences");
        }
        return Reports.exit(readA.isIncomplete() ? readA : readB, differences > 0);
    }

    /** Two forms, of which one may be missing. */
    private record Pair(String name, List<FormFile.Entry> a, List<FormFile.Entry> b) {
        List<CellPair> differences(RuleSet scoring) {
            Map<String, String> left = a.isEmpty() ? Map.of() : cells(a.getFirst(), scoring);
            Map<String, String> right = b.isEmpty() ? Map.of() : cells(b.getFirst(), scoring);
            if (left.isEmpty() || right.isEmpty()) {
                return List.of(new CellPair("", left.isEmpty() ? "" : name, right.isEmpty() ? "" : name));
            }
            Map<String, CellPair> all = new LinkedHashMap<>();
            left.forEach((field, text) -> all.put(field, new CellPair(field, text, right.getOrDefault(field, ""))));
            right.forEach((field, text) -> all.putIfAbsent(field, new CellPair(field, "", text)));
            return all.values().stream()
                    .filter(cell -> !cell.a().equals(cell.b()))
                    .toList();
        }

        private static Map<String, String> cells(FormFile.Entry entry, RuleSet scoring) {
            return NamedCells.of(Rendering.of(ScoredForm.of(entry.form(), scoring)));
        }
    }

    /** A cell in both forms. */
    private record CellPair(String field, String a, String b) {}

    private static List<Pair> pairs(List<FormFile.Entry> a, List<FormFile.Entry> b) {
        if (a.size() == 1 && b.size() == 1) {
            return List.of(new Pair(a.getFirst().form().project(), a, b));
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        a.forEach(entry -> pairs.put(name(entry), new Pair(name(entry), List.of(entry), List.of())));
        b.forEach(entry -> pairs.merge(
                name(entry),
                new Pair(name(entry), List.of(), List.of(entry)),
                (left, right) -> new Pair(left.name(), left.a(), right.b())));
        return List.copyOf(pairs.values());
    }

    private static String name(FormFile.Entry entry) {
        return entry.form().project() + " " + entry.form().year();
    }

    private void show(Pair pair, List<CellPair> cells) {
        if (pair.b().isEmpty()) {
            terminal.say("只在 A 中：" + pair.name(), "Only in A: " + pair.name());
            return;
        }
        if (pair.a().isEmpty()) {
            terminal.say("只在 B 中：" + pair.name(), "Only in B: " + pair.name());
            return;
        }
        terminal.say(terminal.bold(pair.name()));
        Columns table = new Columns("lll").row(terminal.text("单元格", "Cell"), "A", "B");
        cells.forEach(cell -> table.row(cell.field(), oneLine(cell.a()), oneLine(cell.b())));
        table.lines().forEach(line -> terminal.say("  " + line));
        terminal.say("");
    }

    private static String oneLine(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }

    private static JsonObject json(Pair pair, List<CellPair> cells) {
        return JsonObject.builder()
                .put("form", pair.name())
                .put(
                        "cells",
                        cells.stream()
                                .map(cell -> JsonObject.builder()
                                        .put("cell", cell.field())
                                        .put("a", cell.a())
                                        .put("b", cell.b())
                                        .build())
                                .toList())
                .build();
    }
}
