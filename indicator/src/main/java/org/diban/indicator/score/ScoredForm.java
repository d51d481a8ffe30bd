package org.diban.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;

/**
 * A form with everything that a rule set computes from it.
 *
 * @param form the inputs
 * @param rules the rule set
 * @param funds the rows of 项目资金, in their order
 * @param indicators the rows of the indicator table, in their order
 * @param totalWeight 总分, column 分值: the sum of all weights
 * @param total 总分, column 得分: the sum of all scores
 * @param grade 评分等级
 */
public record ScoredForm(
        Form form,
        RuleSet rules,
        List<ScoredFund> funds,
        List<ScoredIndicator> indicators,
        BigDecimal totalWeight,
        BigDecimal total,
        RuleSet.Grade grade) {
    public ScoredForm {
        funds = List.copyOf(funds);
        indicators = List.copyOf(indicators);
    }

    /** Scores a form. */
    public static ScoredForm of(Form form, RuleSet rules) {
        List<ScoredFund> funds = new ArrayList<>();
        BigDecimal weight = rules.executionWeight();
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        for (FundRow row : form.funds()) {
            BigDecimal rate = rate(row);
            if (row.source() == FundSource.TOTAL) {
                BigDecimal score = executionScore(rate, rules);
                funds.add(new ScoredFund(row, rate, rules.executionWeight(), score));
                total = total.add(score);
            } else {
                funds.add(new ScoredFund(row, rate, null, null));
            }
        }
        IndicatorScoring scoring = new IndicatorScoring(rules);
        List<ScoredIndicator> indicators = new ArrayList<>();
        for (Indicator indicator : form.indicators()) {
            ScoredIndicator scored = scoring.score(indicator);
            indicators.add(scored);
            weight = weight.add(indicator.weight());
            total = total.add(scored.score());
        }
        return new ScoredForm(form, rules, funds, indicators, weight, total, rules.grade(total));
    }

    /** 执行率 in percent from the amounts as printed in 万元, truncated to two decimals; {@code 0.00} for a budget of nought. */
    public static BigDecimal rate(FundRow row) {
        BigDecimal budget = row.annualBudget().printedWanYuan();
        if (budget.signum() == 0) {
            return BigDecimal.ZERO.setScale(2);
        }
        Fraction rate = Fraction.of(row.executed().printedWanYuan()).dividedBy(Fraction.of(budget));
        return PrintRule.TRUNCATED_2.apply(rate.times(Fraction.HUNDRED));
    }

    /** 得分 of the execution of the budget from the printed rate, half up to two decimals. */
    public static BigDecimal executionScore(BigDecimal printedRate, RuleSet rules) {
        Fraction share = rules.execution().share(Fraction.of(printedRate).dividedBy(Fraction.HUNDRED));
        return PrintRule.HALF_UP_2.apply(share.times(Fraction.of(rules.executionWeight())));
    }
}
