package org.diban.indicator.review;

import java.util.List;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.number.Fraction;

/** V18, V20, V21: are the targets worth having? */
final class TargetRules {
    private static final String SATISFIED = "满意度";

    private TargetRules() {}

    static void check(Subject subject) {
        for (ScoredIndicator scored : subject.scored().indicators()) {
            exact(subject, scored);
            vague(subject, scored);
            placed(subject, scored);
        }
    }

    private static void exact(Subject subject, ScoredIndicator scored) {
        if (scored.indicator().target() instanceof Target.Quantity target
                && scored.indicator().actual() instanceof Actual.Quantity actual
                && actual.unit().equals(target.unit())
                && actual.exact().equals(Fraction.of(target.value()))) {
            subject.object("V18", "exact", scored, Rendering.actual(actual), Rendering.target(target));
        }
    }

    private static void vague(Subject subject, ScoredIndicator scored) {
        if (scored.indicator().target() instanceof Target.Quality(String text)
                && !contains(text, subject.rules().rule("V20").words("verifiable"))
                && text.chars().noneMatch(Character::isDigit)) {
            subject.object("V20", "vague", scored, text);
        }
    }

    private static void placed(Subject subject, ScoredIndicator scored) {
        Indicator indicator = scored.indicator();
        ReviewRule rule = subject.rules().rule("V21");
        String target = Rendering.target(indicator.target());
        String unit = indicator.target() instanceof Target.Quantity number ? number.unit() : "";
        String name = indicator.level3();
        if (indicator.level2().equals("数量指标") && unit.equals("%")) {
            subject.object("V21", "quantity", scored, name, target);
        }
        if (name.contains(SATISFIED) && !indicator.level1().equals(WeightRules.SATISFACTION)) {
            subject.object("V21", "satisfaction", scored, name, indicator.level2());
        }
        if (indicator.level2().equals("时效指标") && rule.words("technical").contains(unit)) {
            subject.object("V21", "time", scored, name, target);
        }
        if (indicator.level2().equals("经济效益指标") && !isEconomic(indicator, rule)) {
            subject.object("V21", "economy", scored, name, target);
        }
        if (indicator.level2().equals("生态效益指标")
                && !concernsEcology(subject.submission().form(), rule.words("ecology"))) {
            subject.object("V21", "ecology", scored, name, indicator.weight());
        }
    }

    /** The name speaks of money, and a target in words says in which direction it should change. */
    private static boolean isEconomic(Indicator indicator, ReviewRule rule) {
        return contains(indicator.level3(), rule.words("economy"))
                && (!(indicator.target() instanceof Target.Quality(String text))
                        || contains(text, rule.words("change")));
    }

    private static boolean concernsEcology(Form form, List<String> words) {
        return contains(form.project(), words) || contains(form.expectedGoals(), words);
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
