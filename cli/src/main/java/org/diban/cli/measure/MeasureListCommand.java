package org.diban.cli.measure;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.kernel.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code diban measure list}: the current version of every definition. */
@Command(name = "list")
final class MeasureListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json")
    boolean json;

    MeasureListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Collection<Measure> measures = MeasureCatalogue.standard().current();
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("measures", measures.stream().map(Measure::json).toList())
                    .build());
            return Exit.OK.code();
        }
        Columns table = new Columns("lrlll")
                .row(
                        terminal.text("标识", "Id"),
                        terminal.text("版本", "Version"),
                        terminal.text("名称", "Name"),
                        terminal.text("单位", "Unit"),
                        terminal.text("类型", "Kind"));
        for (Measure measure : measures) {
            table.row(
                    measure.id(),
                    Integer.toString(measure.version()),
                    measure.name().in(terminal.locale()),
                    measure.unit().in(terminal.locale()),
                    kind(measure.kind()));
        }
        table.lines().forEach(terminal::say);
        terminal.say("共 " + measures.size() + " 项定义", measures.size() + " definitions");
        return Exit.OK.code();
    }

    private String kind(Measure.Kind kind) {
        String zh = switch (kind) {
            case RATIO -> "比率";
            case COUNT -> "计数";
            case VALUE -> "数值";
            case JUDGEMENT -> "判定";
        };
        return terminal.text(zh, kind.name().toLowerCase(Locale.ROOT));
    }
}
