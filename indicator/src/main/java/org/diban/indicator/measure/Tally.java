package org.diban.indicator.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.measure.Observation.Role;
import org.diban.indicator.measure.Outcome.Reason;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.number.Fraction;
import org.jspecify.annotations.Nullable;

/** The running state of one statistic. */
interface Tally {
    /**
     * Takes in a row that counts.
     *
     * @throws JsonException if the row lacks what the statistic needs
     */
    void add(Observation row);

    /** The figure of the rows so far. */
    Outcome outcome();

    /** A tally without rows. */
    static Tally of(Statistic statistic, Direction direction) {
        return switch (statistic) {
            case Statistic.RatioOfSums(Fraction factor) -> new Ratio(factor);
            case Statistic.Count(long per) -> new Counted(per);
            case Statistic.Sum(long per) -> new Summed(per);
            case Statistic.Maximum _ -> new Largest();
            case Statistic.Mean _ -> new Averaged();
            case Statistic.MeanOfMeans _ -> new AveragedByKey();
            case Statistic.Percentile(int percent) -> new Ranked(percent);
            case Statistic.AllMet _ -> new Conditions(0);
            case Statistic.AtLeastMet(int rows) -> new Conditions(rows);
            case Statistic.LatestMet _ -> new Latest();
            case Statistic.Change(Statistic of) -> new Changed(of(of, direction), of(of, direction), direction);
            case Statistic.AgainstAgreed(Statistic of) -> new Threshold(of(of, direction), direction);
            case Statistic.NoneWorse(Map<String, Direction> figures) -> new Compared(figures);
        };
    }

    private static Fraction need(@Nullable Fraction number, String member) {
        if (number == null) {
            throw new JsonException("an observation lacks \"" + member + "\"");
        }
        return number;
    }

    private static boolean needMet(Observation row) {
        if (row.met() == null) {
            throw new JsonException("an observation lacks \"met\"");
        }
        return row.met();
    }

    private static String needKey(Observation row) {
        if (row.key() == null) {
            throw new JsonException("an observation lacks \"key\"");
        }
        return row.key();
    }

    private static Outcome number(Fraction value, Fraction numerator, Fraction denominator) {
        return new Outcome.Found(new Outcome.Value.Number(value), numerator, denominator);
    }

    private static Outcome judged(boolean met, Fraction numerator, Fraction denominator) {
        return new Outcome.Found(
                new Outcome.Value.Judgement(met ? Attainment.MET : Attainment.NOT_MET), numerator, denominator);
    }

    private static Outcome quotient(Fraction numerator, Fraction denominator, Fraction factor) {
        return denominator.signum() == 0
                ? new Outcome.Unknown(Reason.NO_DENOMINATOR, "")
                : number(numerator.dividedBy(denominator).times(factor), numerator, denominator);
    }

    /** Σ num ÷ Σ den. */
    final class Ratio implements Tally {
        private final Fraction factor;
        private final ExactSum num = new ExactSum();
        private final ExactSum den = new ExactSum();

        private Ratio(Fraction factor) {
            this.factor = factor;
        }

        @Override
        public void add(Observation row) {
            Fraction n = need(row.num(), "num");
            den.add(need(row.den(), "den"));
            num.add(n);
        }

        @Override
        public Outcome outcome() {
            return quotient(num.value(), den.value(), factor);
        }
    }

    /** The number of rows that are not unmet. */
    final class Counted implements Tally {
        private final long per;
        private long count;

        private Counted(long per) {
            this.per = per;
        }

        @Override
        public void add(Observation row) {
            if (row.met() == null || row.met()) {
                count++;
            }
        }

        @Override
        public Outcome outcome() {
            return quotient(Fraction.of(count), Fraction.of(per), Fraction.ONE);
        }
    }

    /** Σ value. */
    final class Summed implements Tally {
        private final long per;
        private final ExactSum sum = new ExactSum();

        private Summed(long per) {
            this.per = per;
        }

        @Override
        public void add(Observation row) {
            sum.add(need(row.value(), "value"));
        }

        @Override
        public Outcome outcome() {
            return quotient(sum.value(), Fraction.of(per), Fraction.ONE);
        }
    }

    /** The largest value. */
    final class Largest implements Tally {
        private @Nullable Fraction largest;

        @Override
        public void add(Observation row) {
            Fraction value = need(row.value(), "value");
            if (largest == null || value.compareTo(largest) > 0) {
                largest = value;
            }
        }

        @Override
        public Outcome outcome() {
            return largest == null
                    ? new Outcome.Unknown(Reason.NO_DENOMINATOR, "")
                    : number(largest, largest, Fraction.ONE);
        }
    }

    /** Σ value ÷ n. */
    final class Averaged implements Tally {
        private final ExactSum sum = new ExactSum();
        private long rows;

        @Override
        public void add(Observation row) {
            sum.add(need(row.value(), "value"));
            rows++;
        }

        @Override
        public Outcome outcome() {
            return quotient(sum.value(), Fraction.of(rows), Fraction.ONE);
        }

        Fraction mean() {
            return sum.value().dividedBy(Fraction.of(rows));
        }
    }

    /** The mean of the means of the keys. */
    final class AveragedByKey implements Tally {
        private final Map<String, Averaged> keys = new HashMap<>();

        @Override
        public void add(Observation row) {
            keys.computeIfAbsent(needKey(row), k -> new Averaged()).add(row);
        }

        @Override
        public Outcome outcome() {
            ExactSum sum = new ExactSum();
            keys.values().forEach(k -> sum.add(k.mean()));
            return quotient(sum.value(), Fraction.of(keys.size()), Fraction.ONE);
        }
    }

    /** The nearest rank. */
    final class Ranked implements Tally {
        private final int percent;
        private final List<Fraction> values = new ArrayList<>();

        private Ranked(int percent) {
            this.percent = percent;
        }

        @Override
        public void add(Observation row) {
            values.add(need(row.value(), "value"));
        }

        @Override
        public Outcome outcome() {
            if (values.isEmpty()) {
                return new Outcome.Unknown(Reason.NO_DENOMINATOR, "");
            }
            List<Fraction> sorted = values.stream().sorted().toList();
            long rank = ((long) sorted.size() * percent + 99) / 100;
            Fraction value = sorted.get((int) rank - 1);
            return number(value, value, Fraction.ONE);
        }
    }

    /** How many rows are met: all of them when {@code enough} is nought, or enough. */
    final class Conditions implements Tally {
        private final int enough;
        private long met;
        private long rows;

        private Conditions(int enough) {
            this.enough = enough;
        }

        @Override
        public void add(Observation row) {
            met += needMet(row) ? 1 : 0;
            rows++;
        }

        @Override
        public Outcome outcome() {
            if (rows == 0) {
                return new Outcome.Unknown(Reason.NO_DENOMINATOR, "");
            }
            return judged(met >= (enough == 0 ? rows : enough), Fraction.of(met), Fraction.of(rows));
        }
    }

    /** The latest row. */
    final class Latest implements Tally {
        private @Nullable Observation latest;

        @Override
        public void add(Observation row) {
            needMet(row);
            if (latest == null || !row.at().isBefore(latest.at())) {
                latest = row;
            }
        }

        @Override
        public Outcome outcome() {
            if (latest == null) {
                return new Outcome.Unknown(Reason.NO_DENOMINATOR, "");
            }
            boolean met = needMet(latest);
            return judged(met, Fraction.of(met ? 1 : 0), Fraction.ONE);
        }
    }

    /** One statistic now and before. */
    final class Changed implements Tally {
        private final Tally now;
        private final Tally before;
        private final Direction direction;

        private Changed(Tally now, Tally before, Direction direction) {
            this.now = now;
            this.before = before;
            this.direction = direction;
        }

        @Override
        public void add(Observation row) {
            (row.role() == Role.BASELINE ? before : now).add(row);
        }

        @Override
        public Outcome outcome() {
            if (!(now.outcome() instanceof Outcome.Found(Outcome.Value.Number(Fraction is), var _, var _))) {
                return now.outcome();
            }
            if (!(before.outcome() instanceof Outcome.Found(Outcome.Value.Number(Fraction was), var _, var _))) {
                return new Outcome.Unknown(Reason.NO_BASELINE, "");
            }
            return judged(direction.improves(is.compareTo(was)), is, was);
        }
    }

    /** One statistic against an agreed value. */
    final class Threshold implements Tally {
        private final Tally reached;
        private final Direction direction;
        private @Nullable Fraction agreed;

        private Threshold(Tally reached, Direction direction) {
            this.reached = reached;
            this.direction = direction;
        }

        @Override
        public void add(Observation row) {
            if (row.role() == Role.AGREED) {
                agreed = need(row.value(), "value");
            } else {
                reached.add(row);
            }
        }

        @Override
        public Outcome outcome() {
            if (!(reached.outcome() instanceof Outcome.Found(Outcome.Value.Number(Fraction value), var _, var _))) {
                return reached.outcome();
            }
            if (agreed == null) {
                return new Outcome.Unknown(Reason.NOTHING_AGREED, "");
            }
            int comparison = value.compareTo(agreed);
            return judged(comparison == 0 || direction.improves(comparison), value, agreed);
        }
    }

    /** Several figures, each against its baseline. */
    final class Compared implements Tally {
        private final Map<String, Direction> figures;
        private final Map<String, Averaged> now = new HashMap<>();
        private final Map<String, Averaged> before = new HashMap<>();

        private Compared(Map<String, Direction> figures) {
            this.figures = figures;
        }

        @Override
        public void add(Observation row) {
            String key = needKey(row);
            if (!figures.containsKey(key)) {
                throw new JsonException("no figure \"" + key + "\" is compared");
            }
            (row.role() == Role.BASELINE ? before : now)
                    .computeIfAbsent(key, k -> new Averaged())
                    .add(row);
        }

        @Override
        public Outcome outcome() {
            int better = 0;
            int worse = 0;
            for (Map.Entry<String, Direction> figure : figures.entrySet()) {
                Averaged is = now.get(figure.getKey());
                Averaged was = before.get(figure.getKey());
                if (was == null) {
                    return new Outcome.Unknown(Reason.NO_BASELINE, figure.getKey());
                }
                if (is == null) {
                    return new Outcome.Unknown(Reason.NOTHING_IN_PERIOD, figure.getKey());
                }
                int comparison = is.mean().compareTo(was.mean());
                better += figure.getValue().improves(comparison) ? 1 : 0;
                worse += figure.getValue().improves(-comparison) ? 1 : 0;
            }
            return judged(worse == 0 && better > 0, Fraction.of(better), Fraction.of(figures.size()));
        }
    }
}
