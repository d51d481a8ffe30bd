package org.diban.kernel.problem;

/**
 * A kind of problem that a module can report: its stable code, who must act, and its message.
 *
 * <p>Implemented by one enum per module. A code is a module prefix of two to five capitals, a hyphen and four digits,
 * for example {@code FORM-1004}. {@code docs/reference/errors.md} lists every code; a test holds the page to the enums.
 */
public interface ProblemCode {
    /** The stable code, for example {@code FORM-1004}. */
    String code();

    /** Who must act. */
    ProblemKind kind();

    /** The message, with {@code {0}} … for the arguments that {@link #at} and {@link #problem} take. It says what happened and what to do. */
    Text message();

    /** A problem of this kind that has no place in a file. */
    default Problem problem(Object... arguments) {
        return at(Location.NOWHERE, arguments);
    }

    /** A problem of this kind at a place. */
    default Problem at(Location location, Object... arguments) {
        return new Problem(code(), kind(), message().with(arguments), location);
    }

    /** The exception that carries such a problem. */
    default ProblemException exception(Object... arguments) {
        return new ProblemException(problem(arguments));
    }
}
