package org.diban.indicator.review;

import org.diban.indicator.form.Form;
import org.diban.indicator.printed.PrintedForm;
import org.jspecify.annotations.Nullable;

/**
 * A form handed in for review.
 *
 * @param key the caller's name for the form, at most a few hundred characters; findings carry it
 * @param form the form
 * @param printed its cells as they were read, for the rules about printed figures (V01, V02, V04); {@code null} when Diban prints it, for
 *     then these figures are computed and cannot be wrong
 * @param data what is known beyond the paper; {@code null} when nothing is
 */
public record Submission(
        String key,
        Form form,
        @Nullable PrintedForm printed,
        @Nullable FormData data) {
    /** A form of which nothing is known but its content. */
    public static Submission of(String key, Form form) {
        return new Submission(key, form, null, null);
    }

    FormName name() {
        return new FormName(key, form.year(), form.project(), form.department());
    }
}
