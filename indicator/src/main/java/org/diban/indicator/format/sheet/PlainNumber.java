package org.diban.indicator.format.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number whose printed text a spreadsheet can show by a number format, digit for digit.
 *
 * @param value the number
 * @param format the number format that shows it as it was printed, for example {@code #,##0.00}
 */
record PlainNumber(BigDecimal value, String format) {
    /** Spreadsheets keep fifteen significant digits. */
    static final int DIGITS = 15;

    private static final Pattern PRINTED = Pattern.compile("-?(0|[1-9]\\d*|[1-9]\\d{0,2}(,\\d{3})+)(\\.\\d{1,9})?");

    /** The number that a text prints; nothing when the text is no number or would not come out the same. */
    static Optional<PlainNumber> of(String text) {
        if (text.length() > 24 || !PRINTED.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text.replace(",", ""));
        boolean grouped = text.contains(",");
        if (value.precision() > DIGITS || value.signum() == 0 && text.startsWith("-")) {
            return Optional.empty();
        }
        String decimals = value.scale() > 0 ? "." + "0".repeat(value.scale()) : "";
        return Optional.of(new PlainNumber(value, (grouped ? "#,##0" : "0") + decimals));
    }
}
