package org.diban.indicator.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.measure.Outcome.Reason;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One pass over rows that ends in a figure.
 *
 * <p>The rows that other rows correct are declared at the start, so that they can be left out as they come by; {@link #finish}
 * answers {@link Reason#CORRECTIONS_DISAGREE} when the declaration was not exactly what the rows say. Rows outside the period are
 * left out: a counted row must happen in it, a baseline or an agreed threshold before it. Not safe for several threads.
 */
public final class Evaluation {
    /** The sample for an unlimited frame: 1.96² × 0.25 ÷ 0.05². */
    private static final Fraction UNLIMITED_SAMPLE = Fraction.parse("384.16");

    private static final long CENSUS = 30;

    private final Measure measure;
    private final Period period;
    private final Set<FactRef> superseded;
    private final Set<FactRef> corrected = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<YearMonth> months = new HashSet<>();
    private final Tally tally;
    private boolean contributed;
    private long counted;
    private @Nullable Fraction frame;
    private @Nullable String unreadable;

    /**
     * An evaluation without rows.
     *
     * @param superseded the rows that other rows correct
     */
    public Evaluation(Measure measure, Period period, Set<FactRef> superseded) {
        this.measure = measure;
        this.period = period;
        this.superseded = Set.copyOf(superseded);
        this.tally = Tally.of(measure.statistic(), measure.direction());
    }

    /** Takes in the next row. Rows of a stream come in the order of their sequence numbers; rows that do not observe the measure are passed over. */
    public void add(Fact row) {
        if (row.corrects() != null) {
            corrected.add(row.corrects());
        }
        if (superseded.contains(row.ref())) {
            contributed |= Observation.contributes(row, measure.id());
            return;
        }
        try {
            Observation observation = Observation.of(row, measure.id());
            if (observation != null) {
                contributed = true;
                add(observation);
            }
        } catch (JsonException e) {
            unreadable = unreadable == null ? row.ref() + ": " + e.getMessage() : unreadable;
        }
    }

    private void add(Observation row) {
        switch (row.role()) {
            case COUNTED -> {
                if (counts(row)) {
                    tally.add(row);
                    counted++;
                    months.add(month(row));
                }
            }
            case BASELINE -> {
                boolean compares = measure.statistic().comparesWithBaseline();
                if (compares && row.at().isBefore(period.start()) && isFirst(row)) {
                    tally.add(row);
                }
            }
            case AGREED -> {
                if (measure.statistic() instanceof Statistic.AgainstAgreed
                        && row.at().isBefore(period.start())) {
                    tally.add(row);
                }
            }
            case FRAME -> frame = row.value();
            case NIL -> months.add(namedMonth(row));
        }
    }

    private boolean counts(Observation row) {
        if (measure.guardedBy(Guard.ReportsOnMonth.class)) {
            YearMonth month = namedMonth(row);
            ZonedDateTime end = month.plusMonths(1).atDay(1).atStartOfDay(Period.ZONE);
            return period.contains(month.atDay(1).atStartOfDay(Period.ZONE).toInstant())
                    && !row.at().isBefore(end.toInstant())
                    && isFirst(row);
        }
        return period.contains(row.at()) && isFirst(row);
    }

    private boolean isFirst(Observation row) {
        for (Guard guard : measure.guards()) {
            String key = switch (guard) {
                case Guard.DistinctBy _ -> need(row.key());
                case Guard.ReportsOnMonth _ -> need(row.key());
                case Guard.OncePer(Guard.Span span) ->
                    span == Guard.Span.MONTH
                            ? month(row).toString()
                            : month(row).getYear() + "-Q" + (month(row).getMonthValue() + 2) / 3;
                default -> null;
            };
            if (key != null && !keys.add(row.role() + guard.getClass().getSimpleName() + key)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The figure of the rows. To be called once.
     */
    public Outcome finish() {
        if (!corrected.equals(superseded)) {
            return new Outcome.Unknown(Reason.CORRECTIONS_DISAGREE, "");
        }
        if (unreadable != null) {
            return new Outcome.Unknown(Reason.ROW_UNREADABLE, unreadable);
        }
        if (!contributed) {
            return new Outcome.Nothing();
        }
        if (measure.guardedBy(Guard.NilReturnEachMonth.class)) {
            LocalDate end = LocalDate.ofInstant(period.end(), Period.ZONE);
            LocalDate start = LocalDate.ofInstant(period.start(), Period.ZONE);
            for (YearMonth month = YearMonth.from(start); month.atDay(1).isBefore(end); month = month.plusMonths(1)) {
                if (!months.contains(month)) {
                    return new Outcome.Unknown(Reason.NIL_RETURN_MISSING, month.toString());
                }
            }
        } else if (counted == 0) {
            return new Outcome.Unknown(Reason.NOTHING_IN_PERIOD, "");
        }
        if (measure.guardedBy(Guard.SampleSize.class)) {
            if (frame == null || frame.signum() <= 0) {
                return new Outcome.Unknown(Reason.NO_FRAME, "");
            }
            if (Fraction.of(counted).compareTo(sampleFor(frame)) < 0) {
                return new Outcome.Unknown(Reason.SAMPLE_TOO_SMALL, counted + "/" + frame);
            }
        }
        return tally.outcome();
    }

    /** n = n₀ ÷ (1 + (n₀ − 1) ÷ N); all of N up to 30. */
    private static Fraction sampleFor(Fraction frame) {
        return frame.compareTo(Fraction.of(CENSUS)) <= 0
                ? frame
                : UNLIMITED_SAMPLE.dividedBy(
                        Fraction.ONE.plus(UNLIMITED_SAMPLE.minus(Fraction.ONE).dividedBy(frame)));
    }

    private static YearMonth month(Observation row) {
        return YearMonth.from(row.at().atZone(Period.ZONE));
    }

    private static YearMonth namedMonth(Observation row) {
        try {
            return YearMonth.parse(need(row.key()));
        } catch (DateTimeParseException e) {
            throw new JsonException("\"" + row.key() + "\" is not a month");
        }
    }

    private static String need(@Nullable String key) {
        if (key == null) {
            throw new JsonException("an observation lacks \"key\"");
        }
        return key;
    }
}
