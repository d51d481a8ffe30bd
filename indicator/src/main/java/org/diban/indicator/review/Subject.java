package org.diban.indicator.review;

import java.util.List;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.jspecify.annotations.Nullable;

/**
 * A form under review and the findings so far.
 *
 * @param submission the form
 * @param scored its scores
 * @param rules the rules' data
 * @param findings where objections go
 */
record Subject(Submission submission, ScoredForm scored, ReviewRules rules, List<Finding> findings) {
    /** Objects to a part of the form. The first argument is the figure, the second its neighbour. */
    void object(String rule, String name, String field, Object... arguments) {
        add(rule, name, null, field, arguments);
    }

    /** Objects to an indicator. The first argument is the figure, the second its neighbour. */
    void object(String rule, String name, ScoredIndicator indicator, Object... arguments) {
        add(rule, name, indicator.indicator().id(), indicator.indicator().level3(), arguments);
    }

    private void add(String rule, String name, @Nullable String indicator, String field, Object... arguments) {
        findings.add(objection(rules.rule(rule), name, submission.name(), indicator, field, arguments));
    }

    static Finding objection(
            ReviewRule rule,
            String name,
            FormName form,
            @Nullable String indicator,
            String field,
            Object... arguments) {
        ReviewRule.Case found = rule.objection(name);
        return new Finding(
                rule.id(),
                found.severity(),
                form,
                indicator,
                field,
                arguments.length > 0 ? String.valueOf(arguments[0]) : "",
                arguments.length > 1 ? String.valueOf(arguments[1]) : "",
                found.message().with(arguments));
    }
}
