package org.diban.indicator.printed;

import java.math.BigDecimal;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredFund;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Location;
import org.jspecify.annotations.Nullable;

/** The printing of a scored form: every figure as digits, in the form's {@link PrintStyle}. */
public final class Rendering {
    private static final String NONE = "-";

    private Rendering() {}

    /** The cells of the form for people: goals are plain text, paragraphs separated by a line feed. */
    public static PrintedForm of(ScoredForm scored) {
        return render(scored, scored.form().expectedGoals(), scored.form().actualGoals());
    }

    /** The cells as the document printed them from which the form was taken over: goals have their mark-up again. */
    static PrintedForm asTranscribed(ScoredForm scored) {
        Form form = scored.form();
        return render(
                scored,
                Goals.print(form.expectedGoals(), form.style().expectedMarkup()),
                Goals.print(form.actualGoals(), form.style().actualMarkup()));
    }

    private static PrintedForm render(ScoredForm scored, String expectedGoals, String actualGoals) {
        Form form = scored.form();
        return new PrintedForm(
                Location.NOWHERE,
                Cell.of("(" + form.year() + "年度)"),
                Cell.of(form.project()),
                Cell.of(form.department()),
                Cell.of(form.unit()),
                Cell.of(expectedGoals),
                Cell.of(actualGoals),
                scored.funds().stream().map(fund -> fund(fund, form.style())).toList(),
                scored.indicators().stream().map(Rendering::indicator).toList(),
                Cell.of(scored.totalWeight().toPlainString()),
                Cell.of(scored.total().toPlainString()),
                Cell.of(scored.grade().name().zh()));
    }

    private static PrintedFund fund(ScoredFund fund, PrintStyle style) {
        FundSource source = fund.row().source();
        return new PrintedFund(
                source,
                Cell.of(source == FundSource.FISCAL ? style.ofWhich() + source.zh() : source.zh()),
                Cell.of(money(fund.row().initialBudget(), style)),
                Cell.of(money(fund.row().annualBudget(), style)),
                Cell.of(money(fund.row().executed(), style)),
                Cell.of(digits(fund.weight())),
                Cell.of(fund.rate().toPlainString()),
                Cell.of(digits(fund.score())));
    }

    private static PrintedIndicator indicator(ScoredIndicator scored) {
        Indicator indicator = scored.indicator();
        return new PrintedIndicator(
                Cell.of(indicator.level1()),
                Cell.of(indicator.level2()),
                Cell.of(indicator.level3()),
                Cell.of(target(indicator.target())),
                Cell.of(actual(indicator.actual())),
                Cell.of(indicator.weight().toPlainString()),
                Cell.of(scored.score().toPlainString()),
                Cell.of(indicator.explanation()));
    }

    /** 年度指标值 as it is printed, for example {@code ≥95.00(%)}. */
    public static String target(Target target) {
        return switch (target) {
            case Target.Quantity number ->
                number.comparison().sign() + number.value().toPlainString() + bracketed(number.unit());
            case Target.Quality words -> words.text();
        };
    }

    /** 实际完成值 as it is printed, for example {@code 98.00(%)}; empty when there is none. */
    public static String actual(@Nullable Actual actual) {
        return switch (actual) {
            case null -> "";
            case Actual.Quantity number -> number.printed().toPlainString() + bracketed(number.unit());
            case Actual.Quality judged -> judged.attainment().zh();
        };
    }

    private static String bracketed(String unit) {
        return unit.isEmpty() ? "" : "(" + unit + ")";
    }

    private static String digits(@Nullable BigDecimal number) {
        return number == null ? NONE : number.toPlainString();
    }

    /** An amount in 万元 as the style prints it. */
    static String money(Money money, PrintStyle style) {
        String digits = money.printedWanYuan().toPlainString();
        if (!style.thousands()) {
            return digits;
        }
        StringBuilder out = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = digits.indexOf('.') - 3; i > first; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
