package org.diban.indicator.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredFund;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Takes over printed forms: turns their cells into a {@link Form}.
 *
 * <p>A form with a cell that cannot be read is not taken over; every such cell has a problem. A form whose figures contradict each
 * other (weights that are not 100, a total that is not the sum) is taken over as it stands, with a problem for each contradiction. One
 * contradiction is no problem but content: a printed score that differs from the computed one becomes a deduction without a reason.
 */
public final class Transcriber {
    private final RuleSet rules;

    /** A transcriber that compares printed scores with those of a rule set. */
    public Transcriber(RuleSet rules) {
        this.rules = rules;
    }

    /** Takes over the forms of one import, from one file or several. Of two forms of one project and year the second is refused. */
    public Transcription transcribe(List<PrintedForm> sources) {
        List<Transcription.Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<ProjectYear, PrintedForm> seen = new HashMap<>();
        for (PrintedForm source : sources) {
            Form form = interpret(source, problems);
            if (form == null) {
                continue;
            }
            PrintedForm earlier = seen.putIfAbsent(new ProjectYear(form.project(), form.year()), source);
            if (earlier != null) {
                problems.add(FormProblem.DUPLICATE.at(
                        source.project().location(),
                        form.project(),
                        form.year(),
                        earlier.project().location()));
                continue;
            }
            Form deducted = withUnexplained(form, source);
            compare(source, ScoredForm.of(deducted, rules), problems);
            entries.add(new Transcription.Entry(source, deducted));
        }
        return new Transcription(rules, entries, problems);
    }

    private record ProjectYear(String project, int year) {}

    private static @Nullable Form interpret(PrintedForm source, List<Problem> all) {
        List<Problem> problems = new ArrayList<>();
        CellParser cells = new CellParser(problems);
        Integer year = cells.year(source.year());
        String project = cells.text(source.project());
        String department = cells.text(source.department());
        String unit = cells.text(source.unit());
        List<FundRow> funds = new ArrayList<>();
        for (PrintedFund fund : source.funds()) {
            Money initial = cells.money(fund.initialBudget());
            Money annual = cells.money(fund.annualBudget());
            Money executed = cells.money(fund.executed());
            if (initial != null && annual != null && executed != null) {
                funds.add(new FundRow(fund.source(), initial, annual, executed));
            }
        }
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < source.indicators().size(); i++) {
            Indicator indicator = indicator(id(i), source.indicators().get(i), cells, problems);
            if (indicator != null) {
                indicators.add(indicator);
            }
        }
        all.addAll(problems);
        if (year == null || project == null || department == null || unit == null || !problems.isEmpty()) {
            return null;
        }
        Goals expected = Goals.read(source.expectedGoals().text());
        Goals actual = Goals.read(source.actualGoals().text());
        PrintStyle style = new PrintStyle(thousands(source), ofWhich(source), expected.markup(), actual.markup());
        return new Form(year, project, department, unit, expected.text(), actual.text(), funds, indicators, style);
    }

    private static String id(int index) {
        return index < 9 ? "i0" + (index + 1) : "i" + (index + 1);
    }

    private static @Nullable Indicator indicator(
            String id, PrintedIndicator row, CellParser cells, List<Problem> problems) {
        String level1 = cells.text(row.level1());
        String level2 = cells.text(row.level2());
        String level3 = cells.text(row.level3());
        Target target = cells.target(row.target());
        Optional<Actual> actual = cells.actual(row.actual());
        BigDecimal weight = cells.points(row.weight());
        BigDecimal score = cells.points(row.score());
        if (weight != null && weight.signum() <= 0) {
            problems.add(FormProblem.NO_WEIGHT.at(
                    row.weight().location(), row.weight().text()));
        }
        if (level1 == null
                || level2 == null
                || level3 == null
                || target == null
                || actual == null
                || weight == null
                || score == null) {
            return null;
        }
        if (actual.isPresent() && !comparable(target, actual.get())) {
            problems.add(FormProblem.NOT_COMPARABLE.at(
                    row.actual().location(), row.actual().text(), row.target().text()));
        }
        return new Indicator(
                id,
                level1,
                level2,
                level3,
                target,
                actual.orElse(null),
                weight,
                null,
                List.of(),
                row.explanation().text());
    }

    private static boolean comparable(Target target, Actual actual) {
        return switch (target) {
            case Target.Quantity number ->
                actual instanceof Actual.Quantity reached && reached.unit().equals(number.unit());
            case Target.Quality ignored -> actual instanceof Actual.Quality;
        };
    }

    private static boolean thousands(PrintedForm source) {
        return source.funds().stream()
                .anyMatch(fund -> fund.initialBudget().text().contains(",")
                        || fund.annualBudget().text().contains(",")
                        || fund.executed().text().contains(","));
    }

    private static String ofWhich(PrintedForm source) {
        String label = source.funds().get(FundSource.FISCAL.ordinal()).label().text();
        String name = FundSource.FISCAL.zh();
        return label.endsWith(name)
                ? label.substring(0, label.length() - name.length())
                : PrintStyle.STANDARD.ofWhich();
    }

    private Form withUnexplained(Form form, PrintedForm source) {
        List<ScoredIndicator> scored = ScoredForm.of(form, rules).indicators();
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            BigDecimal printed =
                    new BigDecimal(source.indicators().get(i).score().text());
            BigDecimal missing = scored.get(i).computed().subtract(printed);
            Indicator indicator = scored.get(i).indicator();
            indicators.add(
                    missing.signum() == 0
                            ? indicator
                            : indicator.withDeductions(List.of(Deduction.unexplained(missing))));
        }
        return form.withIndicators(indicators);
    }

    /** Adds a problem for each printed figure that the others contradict. */
    private static void compare(PrintedForm source, ScoredForm scored, List<Problem> problems) {
        compareFunds(source, scored, problems);
        Cell weight = source.totalWeight();
        if (scored.totalWeight().compareTo(RuleSet.TOTAL) != 0) {
            problems.add(FormProblem.WEIGHTS.at(weight.location(), scored.totalWeight()));
        }
        differs(FormProblem.TOTAL, weight, scored.totalWeight().toPlainString(), problems);
        differs(FormProblem.TOTAL, source.totalScore(), scored.total().toPlainString(), problems);
        if (!source.grade().text().equals(scored.grade().name().zh())) {
            problems.add(FormProblem.GRADE.at(
                    source.grade().location(),
                    FormAssembly.shortened(source.grade().text()),
                    scored.grade().name().zh()));
        }
    }

    private static void compareFunds(PrintedForm source, ScoredForm scored, List<Problem> problems) {
        PrintedForm rendered = Rendering.of(scored);
        for (int i = 0; i < scored.funds().size(); i++) {
            PrintedFund read = source.funds().get(i);
            PrintedFund computed = rendered.funds().get(i);
            differs(FormProblem.EXECUTION, read.weight(), computed.weight().text(), problems);
            differs(FormProblem.EXECUTION, read.rate(), computed.rate().text(), problems);
            differs(FormProblem.EXECUTION, read.score(), computed.score().text(), problems);
        }
        PrintedFund total = source.funds().getFirst();
        adds(total.initialBudget(), scored, Labels.INITIAL_BUDGET, FundRow::initialBudget, problems);
        adds(total.annualBudget(), scored, Labels.ANNUAL_BUDGET, FundRow::annualBudget, problems);
        adds(total.executed(), scored, Labels.EXECUTED, FundRow::executed, problems);
    }

    private static void adds(
            Cell cell,
            ScoredForm scored,
            String column,
            java.util.function.Function<FundRow, Money> amount,
            List<Problem> problems) {
        Money sum = Money.ZERO;
        for (ScoredFund fund : scored.funds().subList(1, scored.funds().size())) {
            sum = sum.plus(amount.apply(fund.row()));
        }
        Money total = amount.apply(scored.funds().getFirst().row());
        if (!sum.equals(total)) {
            problems.add(FormProblem.FUNDS.at(cell.location(), column, total.printedWanYuan(), sum.printedWanYuan()));
        }
    }

    private static void differs(FormProblem problem, Cell cell, String computed, List<Problem> problems) {
        if (!sameNumber(cell.text(), computed)) {
            problems.add(problem.at(cell.location(), FormAssembly.shortened(cell.text()), computed));
        }
    }

    private static boolean sameNumber(String printed, String computed) {
        if (printed.equals(computed)) {
            return true;
        }
        try {
            return new BigDecimal(printed).compareTo(new BigDecimal(computed)) == 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
