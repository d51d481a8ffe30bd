package org.diban.indicator.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;

/** The review of one form by the rules that need no other. Immutable; safe for several threads. */
public final class FormReview {
    private final RuleSet scoring;
    private final ReviewRules rules;
    private final MeasureNames names;

    /** A review with the shipped rules. */
    public static FormReview standard() {
        return new FormReview(RuleSets.standard(), ReviewRules.standard(), MeasureNames.standard());
    }

    public FormReview(RuleSet scoring, ReviewRules rules, MeasureNames names) {
        this.scoring = scoring;
        this.rules = rules;
        this.names = names;
    }

    /** The findings in the order of the rules, within a rule in the order of the form. */
    public List<Finding> findings(Submission submission) {
        return findings(submission, ScoredForm.of(submission.form(), scoring));
    }

    List<Finding> findings(Submission submission, ScoredForm scored) {
        List<Finding> findings = new ArrayList<>();
        Subject subject = new Subject(submission, scored, rules, findings);
        FigureRules.check(subject);
        MoneyRules.check(subject);
        WeightRules.check(subject);
        ScoreRules.check(subject);
        TextRules.check(subject);
        TargetRules.check(subject);
        DataRules.check(subject);
        return findings.stream().sorted(Comparator.comparing(Finding::rule)).toList();
    }

    RuleSet scoring() {
        return scoring;
    }

    ReviewRules rules() {
        return rules;
    }

    MeasureNames names() {
        return names;
    }
}
