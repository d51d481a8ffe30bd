package org.diban.sample;

import java.util.List;
import org.diban.indicator.review.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A made-up form and the findings that a review must make on it, no more and no less.
 *
 * @param submission the form, with the data behind it
 * @param planted the defects
 */
public record GeneratedForm(Submission submission, List<Planted> planted) {
    public GeneratedForm {
        planted = List.copyOf(planted);
    }

    /**
     * One defect.
     *
     * @param rule the rule that must find it
     * @param indicator the indicator it stands on; {@code null} when it stands on another part of the form
     */
    public record Planted(String rule, @Nullable String indicator) {}
}
