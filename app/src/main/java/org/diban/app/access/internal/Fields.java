package org.diban.app.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diban.app.access.AccessProblem;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks what a form holds, and collects what is wrong so that all of it can be shown at once. Not safe for several threads. */
final class Fields {
    private final List<Problem> problems = new ArrayList<>();

    static Location at(String field) {
        return new Location(null, 0, 0, field);
    }

    /** A text that must be there. */
    String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > longest) {
            problems.add(AccessProblem.NAME_SHAPE.at(at(field), longest));
        }
        return text;
    }

    /** A text that may be left out. */
    @Nullable
    String optional(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(field, value, longest);
    }

    /** A text of a given shape. */
    String shaped(String field, @Nullable String value, String shape, AccessProblem otherwise) {
        String text = value == null ? "" : value.strip();
        if (!text.matches(shape)) {
            problems.add(otherwise.at(at(field)));
        }
        return text;
    }

    /** An official code, or {@code null}. */
    @Nullable
    String code(String field, @Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : shaped(field, value, "[0-9A-Z]{4,18}", AccessProblem.CODE_SHAPE);
    }

    /** The reason for an act. */
    String reason(String field, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > 400) {
            problems.add(AccessProblem.REASON.at(at(field)));
        }
        return text;
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    /** Goes on only if nothing is wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** Does something whose problems belong to a field of the form. */
    static void within(String field, Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problems().stream().map(p -> p.at(at(field))).toList());
        }
    }

    /** Does it, and returns what was wrong with the form; empty when it was done. Refusals go on to the error page. */
    static Optional<List<Problem>> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return switch (e.problem().kind()) {
                case USER, DATA, CONFLICT -> Optional.of(e.problems());
                default -> throw e;
            };
        }
    }
}
