package org.diban.indicator.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** Turns wishes into facts. A wish is tried on the state by the same fold that replays the stream, so nothing is accepted that a replay would refuse. */
public final class FormCommands {
    private FormCommands() {}

    /** The answer to a wish. */
    public sealed interface Decision {
        /**
         * The wish can be granted.
         *
         * @param fact the fact to append
         * @param after the form after it
         */
        record Accepted(Fact fact, FormState after) implements Decision {}

        /** The wish cannot be granted. */
        record Refused(Problem problem) implements Decision {}
    }

    /**
     * Opens a form.
     *
     * @param stream {@code form/<id>}
     * @param by the identifier of the person
     * @param at the server's time; cut to milliseconds
     */
    public static Decision open(String stream, FormChange.Opened wish, String by, Instant at) {
        return attempt(null, fact(stream, 0, wish, by, at, null));
    }

    /**
     * Changes a form.
     *
     * @param state the form as it stands
     * @param seen the length of the stream that the person saw; a form that has moved on since is a conflict
     * @param by the identifier of the person
     * @param at the server's time; cut to milliseconds
     */
    public static Decision decide(FormState state, long seen, FormChange wish, String by, Instant at) {
        if (seen != state.length()) {
            return new Decision.Refused(conflict(state, seen));
        }
        FactRef corrects = Fold.corrects(state, wish);
        return attempt(state, fact(state.stream(), state.length(), wish, by, at, corrects));
    }

    private static Decision attempt(@Nullable FormState state, Fact fact) {
        try {
            fact.leaf();
        } catch (JsonException e) {
            return new Decision.Refused(LedgerProblem.UNREADABLE.problem(String.valueOf(e.getMessage())));
        }
        return switch (FormLedger.apply(state, fact)) {
            case FormLedger.Step.Taken(FormState after) -> new Decision.Accepted(fact, after);
            case FormLedger.Step.Refused(var _, Problem problem) -> new Decision.Refused(problem);
        };
    }

    private static Fact fact(
            String stream, long seq, FormChange wish, String by, Instant at, @Nullable FactRef corrects) {
        return new Fact(stream, seq, at.truncatedTo(ChronoUnit.MILLIS), by, wish.kind(), wish.json(), corrects);
    }

    private static Problem conflict(FormState state, long seen) {
        List<FormState.Entry> since =
                state.history().subList((int) Math.clamp(seen, 0, state.length()), (int) state.length());
        Text message = LedgerProblem.CONFLICT.message();
        return new Problem(
                LedgerProblem.CONFLICT.code(),
                LedgerProblem.CONFLICT.kind(),
                new Text(
                        message.with(since.size(), titles(since, Locale.CHINESE, "、"))
                                .zh(),
                        message.with(since.size(), titles(since, Locale.ENGLISH, ", "))
                                .en()),
                Location.NOWHERE);
    }

    private static String titles(List<FormState.Entry> entries, Locale locale, String separator) {
        return entries.stream().map(e -> e.change().title().in(locale)).collect(Collectors.joining(separator));
    }
}
