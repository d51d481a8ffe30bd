package org.diban.indicator.review;

import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * One objection.
 *
 * @param rule for example {@code V09}
 * @param severity how much it weighs
 * @param form the form; of a finding about a whole department, its first
 * @param indicator the id of the indicator; {@code null} when the finding is about another part of the form
 * @param field the name of the indicator or the label of the part
 * @param figure the figure that is objected to, as printed
 * @param neighbour what it contradicts, as printed; empty when it stands against nothing
 * @param message the objection in both languages
 */
public record Finding(
        String rule,
        Severity severity,
        FormName form,
        @Nullable String indicator,
        String field,
        String figure,
        String neighbour,
        Text message) {}
