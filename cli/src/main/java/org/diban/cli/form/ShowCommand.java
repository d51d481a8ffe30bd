package org.diban.cli.form;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban form show FILE}: forms as they are printed, with computed scores. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--form", paramLabel = "N")
    int number;

    @Mixin
    Rules rules = new Rules();

    @Option(names = "--json")
    boolean json;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
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
