package org.diban.indicator.ledger;

import java.math.BigDecimal;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.number.Rounding;

/** The printing of a figure beside its target so that the digits never look better than the figure is. */
public final class AgainstReporter {
    private static final int SCALE = 2;

    private AgainstReporter() {}

    /** The digits to print, with two decimals: away from the good side of the target. */
    public static BigDecimal print(Target.Quantity target, Fraction exact) {
        boolean down = switch (target.comparison()) {
            case AT_LEAST, MORE_THAN -> true;
            case AT_MOST, LESS_THAN -> false;
            case EQUAL -> exact.compareTo(Fraction.of(target.value())) <= 0;
        };
        boolean truncates = down == (exact.signum() >= 0);
        return new PrintRule(truncates ? Rounding.TRUNCATE : Rounding.UP, SCALE).apply(exact);
    }

    /** Whether printed digits are the figure to their last place and not better than it. */
    static boolean holds(Target.Quantity target, Fraction exact, BigDecimal printed) {
        Fraction shown = Fraction.of(printed);
        Fraction place = Fraction.of(BigDecimal.ONE.movePointLeft(printed.scale()));
        if (shown.minus(exact).abs().compareTo(place) >= 0) {
            return false;
        }
        int order = shown.compareTo(exact);
        Comparison comparison = target.comparison();
        Fraction goal = Fraction.of(target.value());
        return switch (comparison) {
            case AT_LEAST, MORE_THAN -> order <= 0;
            case AT_MOST, LESS_THAN -> order >= 0;
            case EQUAL -> order == 0 || order < 0 == exact.compareTo(goal) < 0;
        };
    }
}
