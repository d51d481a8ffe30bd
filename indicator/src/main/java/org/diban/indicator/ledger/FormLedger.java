package org.diban.indicator.ledger;

import java.util.List;
import java.util.Map;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Folds the facts of a stream into a form. A fold takes time linear in the number of facts times the number of indicators. */
public final class FormLedger {
    private FormLedger() {}

    /** The end of a fold. */
    public sealed interface Step {
        /** The facts are a form. */
        record Taken(FormState state) implements Step {}

        /**
         * The facts are impossible.
         *
         * @param fact the first one that is; {@code null} when there is none at all
         * @param problem why, placed at the fact
         */
        record Refused(@Nullable FactRef fact, Problem problem) implements Step {}

        /**
         * The state.
         *
         * @throws ProblemException if the facts were refused
         */
        default FormState orThrow() {
            return switch (this) {
                case Taken(FormState state) -> state;
                case Refused(var _, Problem problem) -> throw new ProblemException(problem);
            };
        }
    }

    /** The form after all facts of its stream. Stops at the first fact that is impossible. */
    public static Step replay(Iterable<Fact> facts) {
        FormState state = null;
        for (Fact fact : facts) {
            switch (apply(state, fact)) {
                case Step.Taken(FormState after) -> state = after;
                case Step.Refused refused -> {
                    return refused;
                }
            }
        }
        return state == null ? new Step.Refused(null, LedgerProblem.EMPTY_STREAM.problem()) : new Step.Taken(state);
    }

    /**
     * The form after one more fact.
     *
     * @param before {@code null} before the first one
     */
    public static Step apply(@Nullable FormState before, Fact fact) {
        try {
            return new Step.Taken(next(before, fact));
        } catch (ProblemException e) {
            return new Step.Refused(
                    fact.ref(), e.problem().at(Location.file(fact.ref().toString())));
        }
    }

    private static FormState next(@Nullable FormState before, Fact fact) {
        if (before != null && !fact.stream().equals(before.stream())) {
            throw LedgerProblem.OTHER_STREAM.exception(fact.stream(), before.stream());
        }
        long expected = before == null ? 0 : before.length();
        if (fact.seq() != expected) {
            throw LedgerProblem.GAP.exception(expected, fact.seq());
        }
        FormChange change = read(fact);
        if (before == null) {
            if (change instanceof FormChange.Opened opened) {
                return opened(fact, opened);
            }
            throw LedgerProblem.NOT_OPENED.exception();
        }
        return new Fold(before, fact).take(change);
    }

    private static FormChange read(Fact fact) {
        try {
            return FormChange.of(fact.kind(), fact.body());
        } catch (JsonException e) {
            throw LedgerProblem.UNREADABLE.exception(String.valueOf(e.getMessage()));
        }
    }

    private static FormState opened(Fact fact, FormChange.Opened opened) {
        if (!fact.stream().startsWith("form/")) {
            throw LedgerProblem.OTHER_STREAM.exception(fact.stream(), "form/…");
        }
        Fold.correcting(fact, null);
        Fold.known(opened.rules());
        FormState.Entry first = new FormState.Entry(fact.ref(), fact.at(), fact.by(), opened, null);
        return new FormState(
                fact.stream(),
                1,
                opened.form(),
                opened.rules(),
                FormState.Status.DRAFT,
                opened.source(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(Fold.OPENING, first.fact()),
                List.of(first));
    }
}
