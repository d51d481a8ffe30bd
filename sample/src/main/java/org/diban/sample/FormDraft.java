package org.diban.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.review.FormData;
import org.diban.indicator.review.Submission;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;
import org.diban.sample.GeneratedForm.Planted;
import org.jspecify.annotations.Nullable;

/** A made-up form while defects are planted in it. */
final class FormDraft {
    final String key;
    final int year;
    String project;
    String department;
    String expectedGoals;
    String actualGoals;
    Money initialBudget;
    Money annualBudget;
    Money executed;
    Money fiscal;
    /** Whether another form is compared with this one, so that no further defect may be planted. */
    boolean settled;

    boolean wrongTotal;
    boolean wrongRate;
    final List<Indicator> indicators = new ArrayList<>();
    final Map<String, FormData.IndicatorData> data = new HashMap<>();
    final List<Planted> planted = new ArrayList<>();

    FormDraft(String key, int year, String project, String department, Money budget, Money executed) {
        this.key = key;
        this.year = year;
        this.project = project;
        this.department = department;
        this.expectedGoals = "";
        this.actualGoals = "";
        this.initialBudget = budget;
        this.annualBudget = budget;
        this.fiscal = budget;
        this.executed = executed;
    }

    Instant approved() {
        return Period.year(year).start();
    }

    private Instant submitted() {
        return Period.year(year).end().plus(Duration.ofDays(30));
    }

    void add(String level1, String level2, String level3, Target target, Actual actual, String weight) {
        String id = "i%02d".formatted(indicators.size() + 1);
        indicators.add(new Indicator(
                id,
                level1,
                level2,
                level3,
                target,
                actual,
                new BigDecimal(weight),
                new MeasureRef("M-" + level3, 1),
                List.of(),
                ""));
        data.put(
                id,
                new FormData.IndicatorData(
                        Period.year(year).end().minus(Duration.ofDays(20)),
                        approved().minus(Duration.ofDays(40)),
                        Fraction.HUNDRED,
                        level1.equals("满意度指标") ? new FormData.Survey(655, 300, 243, "mean") : null));
    }

    Indicator indicator(int index) {
        return indicators.get(index);
    }

    Target.Quantity aim(int index) {
        return indicator(index).target() instanceof Target.Quantity aim ? aim : wrong(index);
    }

    Actual.Quantity reached(int index) {
        return indicator(index).actual() instanceof Actual.Quantity reached ? reached : wrong(index);
    }

    private static <T> T wrong(int index) {
        throw new IllegalStateException("indicator " + index + " is in words");
    }

    void replace(int index, Indicator other) {
        indicators.set(index, other);
    }

    void reach(int index, String printed) {
        BigDecimal value = new BigDecimal(printed);
        replace(
                index,
                indicator(index)
                        .withActual(new Actual.Quantity(
                                Fraction.of(value), value, aim(index).unit(), Actual.Origin.MEASURED)));
    }

    void weigh(int index, String weight) {
        Indicator old = indicator(index);
        replace(
                index,
                new Indicator(
                        old.id(),
                        old.level1(),
                        old.level2(),
                        old.level3(),
                        old.target(),
                        old.actual(),
                        new BigDecimal(weight),
                        old.measure(),
                        old.deductions(),
                        old.explanation()));
    }

    void explain(int index, String explanation) {
        Indicator old = indicator(index);
        replace(
                index,
                new Indicator(
                        old.id(),
                        old.level1(),
                        old.level2(),
                        old.level3(),
                        old.target(),
                        old.actual(),
                        old.weight(),
                        old.measure(),
                        old.deductions(),
                        explanation));
    }

    void retarget(int index, String level2, Target target) {
        Indicator old = indicator(index);
        replace(
                index,
                new Indicator(
                        old.id(),
                        old.level1(),
                        level2,
                        old.level3(),
                        target,
                        old.actual(),
                        old.weight(),
                        old.measure(),
                        old.deductions(),
                        old.explanation()));
    }

    void unbind(int index) {
        Indicator old = indicator(index);
        replace(
                index,
                new Indicator(
                        old.id(),
                        old.level1(),
                        old.level2(),
                        old.level3(),
                        old.target(),
                        old.actual(),
                        old.weight(),
                        null,
                        old.deductions(),
                        old.explanation()));
    }

    void plant(String rule) {
        planted.add(new Planted(rule, null));
    }

    void plant(String rule, int index) {
        planted.add(new Planted(rule, indicator(index).id()));
    }

    GeneratedForm finish() {
        Form form = new Form(
                year,
                project,
                department,
                department,
                expectedGoals,
                actualGoals,
                List.of(
                        new FundRow(FundSource.TOTAL, initialBudget, annualBudget, executed),
                        new FundRow(FundSource.FISCAL, initialBudget, fiscal, executed),
                        new FundRow(FundSource.CARRIED_OVER, Money.ZERO, Money.ZERO, Money.ZERO),
                        new FundRow(FundSource.OTHER, Money.ZERO, Money.ZERO, Money.ZERO)),
                indicators);
        FormData behind = new FormData(approved(), submitted(), data);
        return new GeneratedForm(new Submission(key, form, printed(form), behind), planted);
    }

    private @Nullable PrintedForm printed(Form form) {
        if (!wrongTotal && !wrongRate) {
            return null;
        }
        PrintedForm print = Rendering.of(ScoredForm.of(form, RuleSets.standard()));
        return new PrintedForm(
                print.location(),
                print.year(),
                print.project(),
                print.department(),
                print.unit(),
                print.expectedGoals(),
                print.actualGoals(),
                print.funds().stream()
                        .map(fund -> !wrongRate || fund.source() != FundSource.FISCAL
                                ? fund
                                : new PrintedFund(
                                        fund.source(),
                                        fund.label(),
                                        fund.initialBudget(),
                                        fund.annualBudget(),
                                        fund.executed(),
                                        fund.weight(),
                                        Cell.of("12.34"),
                                        fund.score()))
                        .toList(),
                print.indicators(),
                print.totalWeight(),
                wrongTotal ? Cell.of("91.23") : print.totalScore(),
                wrongTotal ? Cell.of("优") : print.grade());
    }
}
