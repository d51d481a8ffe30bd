package org.diban.indicator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.RowRange;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Rendering;
import org.diban.kernel.problem.Text;

/** Finds every printed figure of a form, in the order of the page, with what it rests on. An empty cell and {@code -} are no figures. */
public final class FormFigures {
    private final FormState state;
    private final List<FormFigure> figures = new ArrayList<>();
    private final long structure;

    private FormFigures(FormState state) {
        this.state = state;
        this.structure = state.history().stream()
                .filter(e -> e.change() instanceof FormChange.Opened || e.change() instanceof FormChange.Revised)
                .reduce((one, other) -> other)
                .map(e -> e.fact().seq())
                .orElse(0L);
    }

    /** The figures of a form as it stands. */
    public static List<FormFigure> of(FormState state) {
        FormFigures all = new FormFigures(state);
        PrintedForm printed = Rendering.of(state.scored());
        printed.funds().forEach(all::fund);
        for (int i = 0; i < printed.indicators().size(); i++) {
            all.indicator(state.form().indicators().get(i), printed.indicators().get(i));
        }
        all.computed("total.weight", new Text("总分 分值", "Total weight"), printed.totalWeight());
        all.computed("total.score", new Text("总分 得分", "Total score"), printed.totalScore());
        all.computed("total.grade", new Text("评分等级", "Grade"), printed.grade());
        return all.figures;
    }

    private void fund(PrintedFund fund) {
        FundSource source = fund.source();
        String id = "fund." + source.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Text label = new Text(source.zh(), source.en());
        Optional<FactRef> entered = Optional.ofNullable(state.slots()
                .get("money/" + source.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        FormFigure.Basis basis =
                entered.isEmpty() && state.source() != null ? FormFigure.Basis.TRANSCRIBED : FormFigure.Basis.RECORDED;
        List<Long> facts = List.of(entered.map(FactRef::seq).orElse(0L));
        add(id + ".initial", and(label, "年初预算数", "initial budget"), fund.initialBudget(), basis, facts);
        add(id + ".annual", and(label, "全年预算数", "annual budget"), fund.annualBudget(), basis, facts);
        add(id + ".executed", and(label, "全年执行数", "executed"), fund.executed(), basis, facts);
        computed(id + ".weight", and(label, "分数", "weight"), fund.weight());
        computed(id + ".rate", and(label, "执行率", "execution rate"), fund.rate());
        computed(id + ".score", and(label, "得分", "score"), fund.score());
    }

    private void indicator(Indicator indicator, PrintedIndicator printed) {
        String id = indicator.id();
        Text label = new Text(indicator.level3(), indicator.level3());
        add(
                id + ".target",
                and(label, "年度指标值", "target"),
                printed.target(),
                FormFigure.Basis.RECORDED,
                List.of(structure));
        actual(indicator, and(label, "实际完成值", "actual value"), printed.actual());
        add(
                id + ".weight",
                and(label, "分值", "weight"),
                printed.weight(),
                FormFigure.Basis.RECORDED,
                List.of(structure));
        List<Long> deductions = state.deductions().entrySet().stream()
                .filter(e -> e.getValue().indicator().equals(id))
                .map(e -> e.getKey().seq())
                .sorted()
                .toList();
        add(id + ".score", and(label, "得分", "score"), printed.score(), FormFigure.Basis.COMPUTED, deductions);
    }

    private void actual(Indicator indicator, Text label, Cell cell) {
        Actual actual = indicator.actual();
        if (actual == null) {
            return;
        }
        Optional<Figure> figure = state.figure(indicator.id());
        FormFigure.Basis basis = switch (actual.origin()) {
            case MEASURED -> FormFigure.Basis.MEASURED;
            case ENTERED -> FormFigure.Basis.ENTERED;
            case TRANSCRIBED -> FormFigure.Basis.TRANSCRIBED;
        };
        List<Long> facts = List.of(figure.map(f -> f.fact().seq()).orElse(0L));
        List<RowRange> rows =
                figure.flatMap(FormFigures::result).map(FormFigures::rows).orElse(List.of());
        figures.add(new FormFigure(indicator.id() + ".actual", label, cell.text(), basis, facts, rows));
    }

    /** The result behind a measured figure. */
    static Optional<MeasureResult> result(Figure figure) {
        return figure.change() instanceof FormChange.FigureMeasured measured
                ? Optional.of(measured.result())
                : Optional.empty();
    }

    /** The rows behind a result. */
    static List<RowRange> rows(MeasureResult result) {
        return switch (result) {
            case MeasureResult.Computed computed -> computed.rows().ranges();
            case MeasureResult.NotComputable unknown -> unknown.rows().ranges();
            case MeasureResult.Missing _ -> List.of();
        };
    }

    /** The results of the figures that stand, measured and in numbers or words, by indicator in the order of the page. */
    static Stream<Figure> measured(FormState state) {
        return state.form().indicators().stream()
                .flatMap(i -> state.figure(i.id()).stream())
                .filter(f -> result(f)
                        .filter(MeasureResult.Computed.class::isInstance)
                        .isPresent());
    }

    private void computed(String id, Text label, Cell cell) {
        add(id, label, cell, FormFigure.Basis.COMPUTED, List.of());
    }

    private void add(String id, Text label, Cell cell, FormFigure.Basis basis, List<Long> facts) {
        if (!cell.isEmpty() && !cell.text().equals("-")) {
            figures.add(new FormFigure(id, label, cell.text(), basis, facts, List.of()));
        }
    }

    private static Text and(Text label, String zh, String en) {
        return new Text(label.zh() + " " + zh, label.en() + " – " + en);
    }
}
