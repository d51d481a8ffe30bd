package org.diban.indicator.measure;

import java.util.Map;
import java.util.TreeMap;
import org.diban.kernel.number.Fraction;

/**
 * How the observations of a period become one figure.
 *
 * <p>Every statistic is exact. All but {@link Percentile} need memory that does not grow with the number of rows, apart from the
 * keys that a definition counts once ({@link Guard.DistinctBy}) or averages over ({@link MeanOfMeans}).
 */
public sealed interface Statistic {
    /**
     * Σ num ÷ Σ den × factor, from the members {@code num} and {@code den}. Not computable when Σ den is nought.
     *
     * @param factor 100 for a percentage, 1 for a plain quotient
     */
    record RatioOfSums(Fraction factor) implements Statistic {}

    /**
     * The number of rows that are not marked {@code met: false}, divided by {@code per}.
     *
     * @param per 1, or 10 000 where the figure is in 万
     */
    record Count(long per) implements Statistic {
        public Count {
            positive(per);
        }
    }

    /**
     * Σ value ÷ per.
     *
     * @param per 1, or 10 000 where the figure is in 万
     */
    record Sum(long per) implements Statistic {
        public Sum {
            positive(per);
        }
    }

    /** The largest {@code value}. */
    record Maximum() implements Statistic {}

    /** Σ value ÷ number of rows. */
    record Mean() implements Statistic {}

    /** The mean over the keys of the mean of each key's {@code value}s, so that each site weighs the same. */
    record MeanOfMeans() implements Statistic {}

    /**
     * The smallest {@code value} that at least {@code percent} per cent of the rows do not exceed (nearest rank). Holds every value.
     *
     * @param percent 1 to 100; 50 is the lower median
     */
    record Percentile(int percent) implements Statistic {
        public Percentile {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a percentile from 1 to 100");
            }
        }
    }

    /** Met when every row is {@code met}. */
    record AllMet() implements Statistic {}

    /**
     * Met when enough rows are {@code met}.
     *
     * @param rows how many
     */
    record AtLeastMet(int rows) implements Statistic {
        public AtLeastMet {
            positive(rows);
        }
    }

    /** Met when the row with the latest {@code at} is {@code met}; of two of one instant the later in the stream. */
    record LatestMet() implements Statistic {}

    /**
     * The change of another statistic against its baseline: (now − before) ÷ before, in per cent. Met when it goes the good way.
     *
     * @param of a statistic of numbers
     */
    record Change(Statistic of) implements Statistic {
        public Change {
            numeric(of);
        }
    }

    /**
     * Met when another statistic reaches the threshold that was agreed before the period.
     *
     * @param of a statistic of numbers
     */
    record AgainstAgreed(Statistic of) implements Statistic {
        public AgainstAgreed {
            numeric(of);
        }
    }

    /**
     * Met when none of the named figures got worse against the baseline and at least one got better.
     *
     * @param figures which way each figure gets better, by the key of its rows
     */
    record NoneWorse(Map<String, Direction> figures) implements Statistic {
        public NoneWorse {
            figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
            if (figures.isEmpty()) {
                throw new IllegalArgumentException("nothing to compare");
            }
        }
    }

    /** Whether the result is a judgement rather than a number. */
    default boolean judges() {
        return switch (this) {
            case AllMet _ -> true;
            case AtLeastMet _ -> true;
            case LatestMet _ -> true;
            case Change _ -> true;
            case AgainstAgreed _ -> true;
            case NoneWorse _ -> true;
            case RatioOfSums _ -> false;
            case Count _ -> false;
            case Sum _ -> false;
            case Maximum _ -> false;
            case Mean _ -> false;
            case MeanOfMeans _ -> false;
            case Percentile _ -> false;
        };
    }

    /** Whether rows of the time before the period take part. */
    default boolean comparesWithBaseline() {
        return this instanceof Change || this instanceof NoneWorse;
    }

    private static void positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be at least 1");
        }
    }

    private static void numeric(Statistic statistic) {
        if (statistic.judges()) {
            throw new IllegalArgumentException("a judgement cannot be compared");
        }
    }
}
