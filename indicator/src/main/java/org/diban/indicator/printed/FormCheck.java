package org.diban.indicator.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;

/**
 * The comparison of forms as they were read with the same forms as Diban prints them.
 *
 * @param forms how many forms were compared
 * @param cells how many cells: {@link PrintedForm#counted} of each form
 * @param differences the cells that are not the same, in their order
 * @param unexplained the points that a printed score lacks without a reason, in their order
 */
public record FormCheck(int forms, int cells, List<Difference> differences, List<Unexplained> unexplained) {
    public FormCheck {
        differences = List.copyOf(differences);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * A cell that is printed differently.
     *
     * @param read what was read, and where
     * @param printed what Diban prints
     */
    public record Difference(Cell read, String printed) {}

    /**
     * A printed score that differs from the computed one.
     *
     * @param score the printed score, and where it stands
     * @param project 项目名称
     * @param indicator the row with its computed score
     * @param amount computed less printed; negative when points were given beyond the rule
     */
    public record Unexplained(Cell score, String project, ScoredIndicator indicator, BigDecimal amount) {}

    /** Compares every form of a transcription with its source. */
    public static FormCheck of(Transcription transcription) {
        int cells = 0;
        List<Difference> differences = new ArrayList<>();
        List<Unexplained> unexplained = new ArrayList<>();
        for (Transcription.Entry entry : transcription.entries()) {
            ScoredForm scored = ScoredForm.of(entry.form(), transcription.rules());
            List<Cell> read = entry.source().counted();
            List<Cell> printed = Rendering.asTranscribed(scored).counted();
            cells += read.size();
            for (int i = 0; i < read.size(); i++) {
                if (!same(read.get(i), printed.get(i), entry.source())) {
                    differences.add(new Difference(read.get(i), printed.get(i).text()));
                }
            }
            for (int i = 0; i < scored.indicators().size(); i++) {
                ScoredIndicator indicator = scored.indicators().get(i);
                for (Deduction deduction : indicator.indicator().deductions()) {
                    if (!deduction.explained()) {
                        unexplained.add(new Unexplained(
                                entry.source().indicators().get(i).score(),
                                entry.form().project(),
                                indicator,
                                deduction.amount()));
                    }
                }
            }
        }
        return new FormCheck(transcription.entries().size(), cells, differences, unexplained);
    }

    /** Goals whose mark-up is richer than paragraphs are compared as text. */
    private static boolean same(Cell read, Cell printed, PrintedForm source) {
        if (read.text().equals(printed.text())) {
            return true;
        }
        boolean goals = read == source.expectedGoals() || read == source.actualGoals();
        Goals meaning = goals ? Goals.read(read.text()) : new Goals("", List.of());
        return goals && meaning.markup().isEmpty() && meaning.text().equals(printed.text());
    }
}
