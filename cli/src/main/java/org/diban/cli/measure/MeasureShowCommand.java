package org.diban.cli.measure;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diban.cli.terminal.CliProblem;
import org.diban.cli.terminal.Columns;
import org.diban.cli.terminal.Exit;
import org.diban.cli.terminal.Terminal;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diban measure show ID[@VERSION]}: one definition. An identifier may be written small. */
@Command(name = "show")
final class MeasureShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--json")
    boolean json;

    MeasureShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Measure measure = find().orElseThrow(() -> CliProblem.NO_MEASURE.exception(id));
        if (json) {
            terminal.json(measure.json());
            return Exit.OK.code();
        }
        terminal.say(terminal.bold(measure.id() + "@" + measure.version()) + "  "
                + measure.name().in(terminal.locale()));
        Columns table = new Columns("ll");
        row(table, "定义", "Definition", measure.definition());
        row(table, "分子", "Numerator", measure.numerator());
        row(table, "分母", "Denominator", measure.denominator());
        row(table, "单位", "Unit", measure.unit());
        row(table, "时间", "Time", measure.span().text());
        table.row(
                terminal.text("打印", "Print"),
                measure.print().rounding() + ", " + measure.print().scale() + terminal.text(" 位小数", " decimals"));
        for (Text evidence : measure.evidence()) {
            row(table, "证据", "Evidence", evidence);
        }
        row(table, "适用", "Applicability", measure.applicability());
        table.row(terminal.text("摘要", "Digest"), measure.key().digest().text());
        table.lines().forEach(line -> terminal.say("  " + line));
        return Exit.OK.code();
    }

    private Optional<Measure> find() {
        MeasureCatalogue catalogue = MeasureCatalogue.standard();
        int at = id.indexOf('@');
        String name = (at < 0 ? id : id.substring(0, at)).toUpperCase(Locale.ROOT);
        if (at < 0) {
            return catalogue.find(name);
        }
        String version = id.substring(at + 1);
        return version.matches("[1-9][0-9]{0,3}")
                ? catalogue.find(new MeasureRef(name, Integer.parseInt(version)))
                : Optional.empty();
    }

    private void row(Columns table, String zh, String en, @Nullable Text text) {
        if (text != null && !text.in(terminal.locale()).isEmpty()) {
            table.row(terminal.text(zh, en), text.in(terminal.locale()));
        }
    }
}
