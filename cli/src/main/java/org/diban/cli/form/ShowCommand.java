package org.diban.cli.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.server.Address;
import org.diban.cli.server.FormId;
import org.diban.cli.server.ServerOptions;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban form show FILE|ID}: the forms of a file, or one of the server, as they are printed, with computed scores. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE|ID")
    Path file = Path.of("");

    @Option(names = "--form", paramLabel = "N")
    int number;

    @Mixin
    Rules rules = new Rules();

    @Mixin
    final ServerOptions server;

    @Option(names = "--json")
    boolean json;

    ShowCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.server = new ServerOptions(environment);
    }

    @Override
    public Integer call() {
        Optional<String> id = FormId.of(List.of(file));
        if (id.isPresent()) {
            rules.refuse();
            if (number != 0) {
                throw CliProblem.ONLY_FILES.exception("--form");
            }
            return server.ask(opened -> ofServer(opened.get(Address.api("forms", id.get()))));
        }
        server.refuse();
        return ofFile();
    }

    private int ofServer(JsonObject answer) {
        if (json) {
            terminal.json(answer);
            return Exit.OK.code();
        }
        JsonObject summary = answer.object("summary");
        JsonObject rulesOfForm = answer.object("scores").object("rules");
        String name = rulesOfForm.string("id");
        RuleSet scoring = RuleSets.find(name, Math.toIntExact(rulesOfForm.number("version")))
                .orElseThrow(() -> CliProblem.NO_RULE_SET.exception(
                        name, RuleSets.all().stream().map(RuleSet::id).collect(Collectors.joining(", "))));
        JsonForm read = FormJson.read(answer.object("form"), summary.string("id"));
        Form form = read.form();
        if (form == null) {
            throw new ProblemException(read.problems());
        }
        terminal.say(summary.string("id") + "  " + summary.string("state") + "  " + answer.string("stream"));
        show(ScoredForm.of(form, scoring));
        return Exit.OK.code();
    }

    private int ofFile() {
        ReadForms read = ReadForms.read(List.of(file), rules.get());
        Reports.tell(terminal, read);
        List<FormFile.Entry> entries = read.entries(number);
        if (json) {
            terminal.json(JsonObject.builder()
                    .put(
                            "forms",
                            entries.stream()
                                    .map(entry -> FormJson.write(entry.form()))
                                    .toList())
                    .put("problems", Reports.json(read.problems()))
                    .put("notes", Reports.json(read.notes()))
                    .build());
        } else {
            entries.forEach(entry -> show(ScoredForm.of(entry.form(), rules.get())));
        }
        return Reports.exit(read, false);
    }

    private void show(ScoredForm scored) {
        PrintedForm form = Rendering.of(scored);
        terminal.say(terminal.bold(form.project().text()) + "  " + form.year().text());
        Columns head = new Columns("ll")
                .row(terminal.text("主管部门", "Department"), form.department().text())
                .row(terminal.text("实施单位", "Unit"), form.unit().text());
        head.lines().forEach(terminal::say);
        terminal.say("");
        Columns funds = new Columns("lrrrrrr")
                .row(
                        terminal.text("资金（万元）", "Funds (10,000 yuan)"),
                        terminal.text("年初预算", "Initial"),
                        terminal.text("全年预算", "Annual"),
                        terminal.text("全年执行", "Executed"),
                        terminal.text("分数", "Weight"),
                        terminal.text("执行率%", "Rate %"),
                        terminal.text("得分", "Score"));
        for (PrintedFund fund : form.funds()) {
            funds.row(
                    terminal.text(fund.source().zh(), fund.source().en()),
                    fund.initialBudget().text(),
                    fund.annualBudget().text(),
                    fund.executed().text(),
                    fund.weight().text(),
                    fund.rate().text(),
                    fund.score().text());
        }
        funds.lines().forEach(terminal::say);
        terminal.say("");
        goals(terminal.text("预期目标", "Expected goals"), form.expectedGoals().text());
        goals(terminal.text("实际完成", "What was reached"), form.actualGoals().text());
        Columns table = new Columns("llllrrr")
                .row(
                        terminal.text("二级指标", "Level 2"),
                        terminal.text("三级指标", "Indicator"),
                        terminal.text("指标值", "Target"),
                        terminal.text("完成值", "Actual"),
                        terminal.text("分值", "Weight"),
                        terminal.text("计算", "Computed"),
                        terminal.text("得分", "Score"));
        for (int i = 0; i < form.indicators().size(); i++) {
            PrintedIndicator row = form.indicators().get(i);
            ScoredIndicator indicator = scored.indicators().get(i);
            table.row(
                    row.level2().text(),
                    row.level3().text(),
                    row.target().text(),
                    row.actual().text(),
                    row.weight().text(),
                    indicator.computed().toPlainString(),
                    row.score().text());
        }
        table.lines().forEach(terminal::say);
        terminal.say("");
        terminal.say(terminal.bold(terminal.text("总分 ", "Total ")
                + form.totalScore().text() + " / " + form.totalWeight().text() + "  "
                + scored.grade().name().in(terminal.locale())));
        terminal.say("");
    }

    private void goals(String label, String text) {
        terminal.say(terminal.bold(label));
        text.lines().forEach(line -> terminal.say("  " + line));
        terminal.say("");
    }
}
