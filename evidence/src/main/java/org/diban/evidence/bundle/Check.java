package org.diban.evidence.bundle;

import java.util.Optional;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;

/**
 * One thing that a verifier looked at.
 *
 * @param id what it is for programs, for example {@code signature}, {@code rows}, {@code stream:form/frm_…}
 * @param text what it is for people, in both languages
 * @param failure why it does not hold; nothing when it does
 */
public record Check(String id, Text text, Optional<Problem> failure) {
    /** A check that held. */
    public static Check passed(String id, Text text) {
        return new Check(id, text, Optional.empty());
    }

    /** A check that did not hold. */
    public static Check failed(String id, Text text, Problem failure) {
        return new Check(id, text, Optional.of(failure));
    }

    /** Whether it held. */
    public boolean passed() {
        return failure.isEmpty();
    }
}
