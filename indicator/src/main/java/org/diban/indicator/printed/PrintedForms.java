package org.diban.indicator.printed;

import java.util.List;
import org.diban.kernel.problem.Problem;

/**
 * What a reader found in one input.
 *
 * @param forms the forms whose every cell has its place, in their order
 * @param problems what stood in the way of the others and of stray rows; empty when the whole input was read
 */
public record PrintedForms(List<PrintedForm> forms, List<Problem> problems) {
    public PrintedForms {
        forms = List.copyOf(forms);
        problems = List.copyOf(problems);
    }
}
