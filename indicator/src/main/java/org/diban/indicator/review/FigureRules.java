package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.List;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredFund;
import org.jspecify.annotations.Nullable;

/** V01, V02, V04: do the printed figures follow from each other? */
final class FigureRules {
    private FigureRules() {}

    static void check(Subject subject) {
        weights(subject);
        PrintedForm printed = subject.submission().printed();
        if (printed != null) {
            totals(subject, printed);
            execution(subject, printed);
        }
    }

    private static void weights(Subject subject) {
        ScoredForm scored = subject.scored();
        if (scored.totalWeight().compareTo(RuleSet.TOTAL) != 0) {
            subject.object("V01", "sum", "分值", scored.totalWeight(), RuleSet.TOTAL);
        }
        PrintedForm printed = subject.submission().printed();
        if (printed != null) {
            String weight = printed.funds().getFirst().weight().text();
            if (differs(weight, scored.rules().executionWeight())) {
                subject.object("V01", "fund", "分数", weight, scored.rules().executionWeight());
            }
        }
    }

    private static void totals(Subject subject, PrintedForm printed) {
        BigDecimal sum = number(printed.funds().getFirst().score().text());
        for (PrintedIndicator row : printed.indicators()) {
            BigDecimal score = number(row.score().text());
            sum = sum == null || score == null ? null : sum.add(score);
        }
        String total = printed.totalScore().text();
        if (sum != null && differs(total, sum)) {
            subject.object("V02", "total", "总分", total, sum);
        }
        BigDecimal value = number(total);
        if (value != null) {
            RuleSet.Grade grade = subject.scored().rules().grade(value);
            if (!printed.grade().text().equals(grade.name().zh())) {
                subject.object(
                        "V02",
                        "grade",
                        "评分等级",
                        printed.grade().text(),
                        grade.name().zh());
            }
        }
    }

    private static void execution(Subject subject, PrintedForm printed) {
        List<ScoredFund> funds = subject.scored().funds();
        for (int i = 0; i < funds.size(); i++) {
            PrintedFund row = printed.funds().get(i);
            ScoredFund fund = funds.get(i);
            FundSource source = fund.row().source();
            if (differs(row.rate().text(), fund.rate())) {
                subject.object("V04", "rate", source.zh(), row.rate().text(), fund.rate(), source.zh());
            }
            BigDecimal rate = number(row.rate().text());
            if (source == FundSource.TOTAL && rate != null) {
                BigDecimal score =
                        ScoredForm.executionScore(rate, subject.scored().rules());
                if (differs(row.score().text(), score)) {
                    subject.object("V04", "score", source.zh(), row.score().text(), score);
                }
            }
        }
    }

    private static boolean differs(String printed, BigDecimal computed) {
        BigDecimal number = number(printed);
        return number == null || number.compareTo(computed) != 0;
    }

    private static @Nullable BigDecimal number(String printed) {
        return printed.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? new BigDecimal(printed) : null;
    }
}
