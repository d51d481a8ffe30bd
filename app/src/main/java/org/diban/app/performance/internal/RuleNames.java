package org.diban.app.performance.internal;

import org.diban.app.shell.Page;
import org.diban.indicator.review.ReviewRule;
import org.diban.indicator.review.ReviewRules;
import org.diban.kernel.problem.Text;

/** What people call the review rules. */
public final class RuleNames {
    private RuleNames() {}

    /** {@code V09 无说明的扣分}, in the language of the page. */
    static String of(String rule, Page page) {
        return rule + " " + page.t(title(rule));
    }

    /** The title of a rule; its identifier where this version no longer knows it. */
    public static Text title(String rule) {
        return ReviewRules.standard().all().stream()
                .filter(known -> known.id().equals(rule))
                .map(ReviewRule::title)
                .findFirst()
                .orElseGet(() -> new Text(rule, rule));
    }

    /** The class in the style sheet that goes with a severity. */
    public static String style(org.diban.indicator.review.Severity severity) {
        return switch (severity) {
            case ERROR -> "bad";
            case WARNING -> "soon";
            case NOTE -> "";
        };
    }

    /** The shape that goes with a severity. */
    public static String mark(org.diban.indicator.review.Severity severity) {
        return switch (severity) {
            case ERROR -> "✕";
            case WARNING -> "!";
            case NOTE -> "i";
        };
    }
}
