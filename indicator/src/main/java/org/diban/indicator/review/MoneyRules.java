package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.function.Function;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.number.PrintRule;

/** V03, V05, V06: does the money agree, was it spent, was the budget changed? */
final class MoneyRules {
    private MoneyRules() {}

    static void check(Subject subject) {
        sums(subject);
        execution(subject);
        adjustment(subject);
    }

    private static void sums(Subject subject) {
        sum(subject, "年初预算数", FundRow::initialBudget);
        sum(subject, "全年预算数", FundRow::annualBudget);
        sum(subject, "全年执行数", FundRow::executed);
        for (FundRow row : subject.submission().form().funds()) {
            if (row.executed().compareTo(row.annualBudget()) > 0) {
                subject.object(
                        "V03",
                        "over",
                        row.source().zh(),
                        print(row.executed()),
                        print(row.annualBudget()),
                        row.source().zh());
            }
        }
    }

    private static void sum(Subject subject, String column, Function<FundRow, Money> amount) {
        Form form = subject.submission().form();
        Money sum = amount.apply(form.fund(FundSource.FISCAL))
                .plus(amount.apply(form.fund(FundSource.CARRIED_OVER)))
                .plus(amount.apply(form.fund(FundSource.OTHER)));
        Money total = amount.apply(form.fund(FundSource.TOTAL));
        if (!sum.equals(total)) {
            subject.object("V03", "sum", column, print(total), print(sum), column);
        }
    }

    private static void execution(Subject subject) {
        ReviewRule rule = subject.rules().rule("V05");
        BigDecimal rate = subject.scored().funds().getFirst().rate();
        for (String name : new String[] {"error", "reason", "note"}) {
            if (rate.compareTo(rule.parameter(name)) < 0) {
                subject.object("V05", name, "执行率(%)", rate, rule.parameter(name));
                return;
            }
        }
    }

    private static void adjustment(Subject subject) {
        FundRow total = subject.submission().form().fund(FundSource.TOTAL);
        Money initial = total.initialBudget();
        Money annual = total.annualBudget();
        if (initial.fen() == 0) {
            if (annual.fen() != 0) {
                subject.object("V06", "added", "全年预算数", print(annual), print(initial));
            }
            return;
        }
        Fraction change = Fraction.of(annual.minus(initial).fen(), initial.fen());
        if (change.abs().compareTo(subject.rules().rule("V06").share("percent")) > 0) {
            String percent =
                    PrintRule.TRUNCATED_2.apply(change.times(Fraction.HUNDRED)).toPlainString();
            subject.object(
                    "V06",
                    "changed",
                    "全年预算数",
                    print(annual),
                    print(initial),
                    change.signum() > 0 ? "+" + percent : percent);
        }
    }

    private static String print(Money money) {
        return money.printedWanYuan().toPlainString();
    }
}
