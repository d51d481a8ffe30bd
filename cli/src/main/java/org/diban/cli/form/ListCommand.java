package org.diban.cli.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban form list [FILE…]}: one line for each form of the files, or of the server when there are none. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..*")
    List<Path> files = List.of();

    @Mixin
    Rules rules = new Rules();

    @Mixin
    final FormFilter filter = new FormFilter();

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    ListCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            rules.refuse();
            return server.ask(opened -> new ServerForms(terminal, json).list(opened, filter));
        }
        server.refuse();
        filter.refuse();
        return ofFiles();
    }

    private int ofFiles() {
        ReadForms read = ReadForms.read(files, rules.get());
        Reports.tell(terminal, read);
        Columns table = new Columns("rlrrlrl");
        table.row(
                "#",
                terminal.text("项目", "Project"),
                terminal.text("年度", "Year"),
                terminal.text("总分", "Score"),
                terminal.text("等级", "Grade"),
                terminal.text("执行率%", "Executed %"),
                terminal.text("位置", "Place"));
        List<JsonObject> forms = new ArrayList<>();
        for (FormFile.Entry entry : read.entries()) {
            ScoredForm scored = ScoredForm.of(entry.form(), rules.get());
            String rate = scored.funds().get(FundSource.TOTAL.ordinal()).rate().toPlainString();
            String number = Integer.toString(forms.size() + 1);
            table.row(
                    number,
                    entry.form().project(),
                    Integer.toString(entry.form().year()),
                    scored.total().toPlainString(),
                    scored.grade().name().in(terminal.locale()),
                    rate,
                    entry.key());
            forms.add(JsonObject.builder()
                    .put("number", forms.size() + 1)
                    .put("project", entry.form().project())
                    .put("year", entry.form().year())
                    .put("department", entry.form().department())
                    .put("unit", entry.form().unit())
                    .put("indicators", entry.form().indicators().size())
                    .put("score", scored.total().toPlainString())
                    .put("grade", scored.grade().name().zh())
                    .put("executionRate", rate)
                    .put("place", entry.key())
                    .build());
        }
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("forms", forms)
                    .put("problems", Reports.json(read.problems()))
                    .put("notes", Reports.json(read.notes()))
                    .build());
        } else {
            table.lines().forEach(terminal::say);
        }
        return Reports.exit(read, false);
    }
}
