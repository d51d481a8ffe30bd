package org.diban.indicator.format.sheet;

import java.util.List;
import org.diban.indicator.printed.PrintedForms;
import org.diban.kernel.problem.Problem;

/**
 * What was found in a workbook.
 *
 * @param forms the forms, and what stood in the way of others
 * @param notes what a person should look at although it was read: formulas whose saved results were taken, hidden sheets that were left
 *     out, mark-up
 */
public record SheetForms(PrintedForms forms, List<Problem> notes) {
    public SheetForms {
        notes = List.copyOf(notes);
    }

    static SheetForms refused(Problem problem) {
        return new SheetForms(new PrintedForms(List.of(), List.of(problem)), List.of());
    }
}
