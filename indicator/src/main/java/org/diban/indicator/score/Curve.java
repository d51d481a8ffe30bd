package org.diban.indicator.score;

import java.util.List;
import org.diban.kernel.number.Fraction;

/** How much of a weight a rate earns. Rates and shares are fractions; 1 is all. A rate below 0 counts as 0 and one above 1 as 1. */
public sealed interface Curve {
    /** The share of the weight, within 0 … 1. */
    default Fraction share(Fraction rate) {
        Fraction bounded = rate.signum() < 0 ? Fraction.ZERO : rate.compareTo(Fraction.ONE) > 0 ? Fraction.ONE : rate;
        return switch (this) {
            case Linear ignored -> bounded;
            case AllOrNothing ignored -> bounded.equals(Fraction.ONE) ? Fraction.ONE : Fraction.ZERO;
            case PassThreshold(Fraction threshold) -> {
                Fraction above = bounded.minus(threshold);
                yield above.signum() <= 0 ? Fraction.ZERO : above.dividedBy(Fraction.ONE.minus(threshold));
            }
            case Bands(List<Band> bands) ->
                bands.stream()
                        .filter(band -> bounded.compareTo(band.from()) >= 0)
                        .findFirst()
                        .map(Band::share)
                        .orElse(Fraction.ZERO);
        };
    }

    /** The share is the rate. */
    record Linear() implements Curve {}

    /** Everything for the full rate, nothing below it. */
    record AllOrNothing() implements Curve {}

    /**
     * Nothing up to the threshold, then in proportion up to everything: {@code (rate − t) ÷ (1 − t)}.
     *
     * @param threshold at least 0, below 1
     */
    record PassThreshold(Fraction threshold) implements Curve {
        public PassThreshold {
            if (threshold.signum() < 0 || threshold.compareTo(Fraction.ONE) >= 0) {
                throw new IllegalArgumentException("a threshold is at least 0 and below 1");
            }
        }
    }

    /**
     * A fixed share for each band of rates, nothing below the last.
     *
     * @param bands from the highest to the lowest
     */
    record Bands(List<Band> bands) implements Curve {
        public Bands {
            bands = List.copyOf(bands);
            for (int i = 1; i < bands.size(); i++) {
                if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
                    throw new IllegalArgumentException("bands must descend");
                }
            }
        }
    }

    /**
     * One band of rates.
     *
     * @param from the lowest rate in it
     * @param share what it earns
     */
    record Band(Fraction from, Fraction share) {}
}
