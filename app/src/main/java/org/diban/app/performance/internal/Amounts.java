package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.diban.app.performance.PerformanceProblem;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.ProblemException;

/** Amounts as people read and write them. */
final class Amounts {
    private Amounts() {}

    /** {@code 1,234.56}, in 万元. */
    static String wanYuan(Money amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount.printedWanYuan());
    }

    /**
     * Reads an amount in 万元, with or without thousands separators.
     *
     * @param field what it stands in
     * @throws ProblemException with {@link PerformanceProblem#BAD_MONEY}
     */
    static Money parse(String text, String field) {
        String digits = text.strip().replace(",", "");
        if (!digits.matches("\\d{1,10}(\\.\\d{1,6})?")) {
            throw new ProblemException(PerformanceProblem.BAD_MONEY.at(
                    Location.NOWHERE.cell(0, field), text.substring(0, Math.min(40, text.length()))));
        }
        return Money.ofWanYuan(new BigDecimal(digits));
    }
}
