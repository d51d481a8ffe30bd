package org.diban.indicator.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.bundle.BundleDocuments;
import org.diban.indicator.measure.Evaluation;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.Observation;
import org.diban.indicator.measure.Outcome;
import org.diban.indicator.measure.RowRange;
import org.diban.indicator.measure.RowSet;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure under verification: it is computed again as the rows come by.
 *
 * <p>A figure's rows were read stream by stream, and the log holds them as they were sealed. A row that comes before its turn waits; at
 * most {@value #MOST_WAITING} do.
 */
final class MeasuredClaim {
    private static final int MOST_WAITING = 200_000;

    private final String indicator;
    private final long fact;
    private final JsonObject claimed;
    private final MeasureResult.Computed result;
    private final @Nullable Measure measure;
    private final @Nullable Evaluation evaluation;
    private final RowSet.Builder read = new RowSet.Builder();
    private final Map<String, List<Turn>> turns = new HashMap<>();
    private final TreeMap<Long, Fact> waiting = new TreeMap<>();
    private final Set<String> completeStreams;
    private final long rows;
    private long next;
    private @Nullable Problem failure;

    /** Where a range of rows stands among all rows of the figure. */
    private record Turn(RowRange range, long first) {}

    private MeasuredClaim(JsonObject json, MeasureResult.Computed result, BundleDocuments documents) {
        this.indicator = json.string("indicator");
        this.fact = json.number("fact");
        this.claimed = json.object("result");
        this.result = result;
        this.completeStreams = documents.completeStreams();
        String name = FormBundle.name(result.measure());
        JsonObject definition = documents.definitions().get(name);
        Measure found = definition == null ? null : Measure.of(definition);
        if (found != null && !found.key().equals(result.measure())) {
            found = null;
        }
        this.measure = found;
        this.evaluation = found == null
                ? null
                : new Evaluation(found, result.period(), result.rows().superseded());
        if (found == null) {
            failure = ProofProblem.DEFINITION_DIFFERS.problem(name);
        }
        long first = 0;
        for (RowRange range : result.rows().ranges()) {
            turns.computeIfAbsent(range.stream(), s -> new ArrayList<>()).add(new Turn(range, first));
            first += range.size();
        }
        this.rows = first;
    }

    /** Reads a claim; nothing when it is of a result that is no figure. */
    static Optional<MeasuredClaim> of(JsonObject json, BundleDocuments documents) {
        return MeasureResult.of(json.object("result")) instanceof MeasureResult.Computed computed
                ? Optional.of(new MeasuredClaim(json, computed, documents))
                : Optional.empty();
    }

    String indicator() {
        return indicator;
    }

    /** The sequence number of the fact that it is said to rest on. */
    long fact() {
        return fact;
    }

    /** The result that is claimed. */
    JsonObject claimed() {
        return claimed;
    }

    /** The streams that its rows are in. */
    Set<String> streams() {
        return turns.keySet();
    }

    /** Takes a row of one of its streams. */
    void row(Fact row) {
        if (failure != null) {
            return;
        }
        long turn = turn(row);
        if (turn < 0) {
            leftOut(row);
        } else if (turn == next) {
            take(row);
            for (Fact ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
                take(ready);
            }
        } else if (waiting.size() < MOST_WAITING) {
            waiting.put(turn, row);
        } else {
            failure = ProofProblem.TOO_SCATTERED.problem(MOST_WAITING);
        }
    }

    private long turn(Fact row) {
        for (Turn turn : turns.getOrDefault(row.stream(), List.of())) {
            if (row.seq() >= turn.range.from() && row.seq() < turn.range.to()) {
                return turn.first + row.seq() - turn.range.from();
            }
        }
        return -1;
    }

    private void take(Fact row) {
        if (row.at().isAfter(result.asOf())) {
            failure = ProofProblem.ROW_TOO_LATE.problem(row.ref());
        }
        if (evaluation != null) {
            evaluation.add(row);
            read.add(row);
        }
        next++;
    }

    /** A row of the stream that was there in time must have been counted if it says anything about the measure. */
    private void leftOut(Fact row) {
        Instant asOf = result.asOf();
        FactRef corrected = row.corrects();
        boolean touches = Observation.contributes(row, result.measure().id()) || corrected != null && inRows(corrected);
        if (!row.at().isAfter(asOf) && touches) {
            failure = ProofProblem.ROW_LEFT_OUT.problem(row.ref());
        }
    }

    private boolean inRows(FactRef ref) {
        return turns.getOrDefault(ref.stream(), List.of()).stream()
                .anyMatch(t -> ref.seq() >= t.range.from() && ref.seq() < t.range.to());
    }

    /** Whether the figure is about a time in the fiscal year; tests may lie before it. */
    boolean isOf(int year) {
        Period fiscal = Period.year(year);
        return measure == null
                || measure.span() == Measure.Span.TEST
                || !result.period().start().isBefore(fiscal.start())
                        && !result.period().end().isAfter(fiscal.end());
    }

    /** Why the figure is not what its rows give; nothing when it is. To be called once, after the last row. */
    Optional<Problem> failure() {
        if (failure != null) {
            return Optional.of(failure);
        }
        if (evaluation == null || measure == null || next < rows) {
            return Optional.of(ProofProblem.ROWS_MISSING.problem(missing()));
        }
        for (String stream : turns.keySet()) {
            if (!completeStreams.contains(stream)) {
                return Optional.of(ProofProblem.STREAM_NOT_COMPLETE.problem(stream));
            }
        }
        boolean same = evaluation.finish() instanceof Outcome.Found found
                && new MeasureResult.Computed(
                                measure.key(),
                                result.period(),
                                result.scope(),
                                result.asOf(),
                                found.value(),
                                found.numerator(),
                                found.denominator(),
                                read.build())
                        .json()
                        .equals(claimed);
        return same ? Optional.empty() : Optional.of(ProofProblem.RESULT_DIFFERS.problem());
    }

    private String missing() {
        long place = next;
        for (RowRange range : result.rows().ranges()) {
            if (place < range.size()) {
                return range.stream() + "#" + (range.from() + place);
            }
            place -= range.size();
        }
        return "–";
    }
}
