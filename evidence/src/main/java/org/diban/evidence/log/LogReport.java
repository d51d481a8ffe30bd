package org.diban.evidence.log;

import java.util.List;
import java.util.Optional;
import org.diban.evidence.FactRef;
import org.diban.evidence.merkle.Hash;
import org.diban.kernel.problem.Problem;

/**
 * What a check of the log found.
 *
 * @param rows how many rows were read
 * @param streams how many streams they belong to
 * @param checkpoints how many checkpoints agree with the rows
 * @param root the root over the rows
 * @param firstDifference the first row that is not as it was sealed, if there is one
 * @param problems what is wrong, in the order of the log; the first {@value LogCheck#PROBLEMS_KEPT}
 * @param problemCount how many problems there are in all
 */
public record LogReport(
        long rows,
        long streams,
        long checkpoints,
        Hash root,
        Optional<Difference> firstDifference,
        List<Problem> problems,
        long problemCount) {
    public LogReport {
        problems = List.copyOf(problems);
    }

    /** Whether rows, tiles and checkpoints agree. */
    public boolean intact() {
        return problemCount == 0;
    }

    /**
     * A row that is not as it was sealed.
     *
     * @param index its leaf index
     * @param ref the fact it is filed as
     */
    public record Difference(long index, FactRef ref) {}
}
