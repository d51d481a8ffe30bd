package org.diban.indicator.printed;

import java.util.List;
import org.diban.indicator.form.Form;
import org.diban.indicator.score.RuleSet;
import org.diban.kernel.problem.Problem;

/**
 * Forms taken over from printed ones.
 *
 * @param rules the rule set by which their scores were compared with the printed ones
 * @param entries the forms that could be taken over, each beside its source, in order
 * @param problems what is wrong: with a form that was not taken over, or with the figures of one that was. An import that must be
 *     without fault keeps nothing unless this is empty.
 */
public record Transcription(RuleSet rules, List<Entry> entries, List<Problem> problems) {
    public Transcription {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * One form that was taken over.
     *
     * @param source its cells as they were read
     * @param form their meaning; actual values are {@link org.diban.indicator.form.Actual.Origin#TRANSCRIBED}, and where a printed
     *     score differs from the computed one the indicator has an unexplained deduction
     */
    public record Entry(PrintedForm source, Form form) {}
}
