package org.diban.kernel.problem;

import java.util.Locale;

/**
 * One thing that went wrong.
 *
 * @param code the stable code, for example {@code FORM-1004}
 * @param kind who must act
 * @param message what happened and what to do, in both languages; never holds personal data
 * @param location where in the input; {@link Location#NOWHERE} when it has no place
 */
public record Problem(String code, ProblemKind kind, Text message, Location location) {
    /** The same problem at another place. */
    public Problem at(Location place) {
        return new Problem(code, kind, message, place);
    }

    /** One line for a person: place, message, code. */
    public String in(Locale locale) {
        String place = location.toString();
        return (place.isEmpty() ? "" : place + ": ") + message.in(locale) + " [" + code + "]";
    }

    /** The English line, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
