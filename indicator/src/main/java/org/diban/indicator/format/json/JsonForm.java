package org.diban.indicator.format.json;

import java.util.List;
import org.diban.indicator.form.Form;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a JSON document.
 *
 * @param form the form; {@code null} when there are problems
 * @param problems what is wrong with the document; empty when there is a form
 */
public record JsonForm(@Nullable Form form, List<Problem> problems) {
    public JsonForm {
        problems = List.copyOf(problems);
    }
}
