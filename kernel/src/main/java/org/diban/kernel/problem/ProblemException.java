package org.diban.kernel.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a piece of work that cannot go on, with the problems that ended it. Nothing of the work has been kept. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Ends work because of one problem. */
    public ProblemException(Problem problem) {
        this(List.of(problem), null);
    }

    /** Ends work because of one problem that another exception caused. */
    public ProblemException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    /** Ends work because of several problems; the first is the one shown where there is room for one. */
    public ProblemException(List<Problem> problems) {
        this(problems, null);
    }

    private ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.getFirst().toString(), cause);
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first problem. */
    public Problem problem() {
        return problems.getFirst();
    }
}
