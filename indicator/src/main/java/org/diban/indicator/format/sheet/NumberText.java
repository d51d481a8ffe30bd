package org.diban.indicator.format.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text that a spreadsheet shows for a number. */
final class NumberText {
    private static final MathContext PRECISION = new MathContext(PlainNumber.DIGITS, RoundingMode.HALF_UP);
    /** Numbers with more digits before or after the point stay in their scientific form. */
    private static final int LONGEST = 30;
    /** What a format has beside its digits: quoted words, colours and currencies, spaces as wide as a character, fillers. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|_.|\\*.|\\\\.|[¥￥$ ]");

    private static final Pattern DIGITS = Pattern.compile("(#,##0|#,###|0)(?:\\.(0+))?(%?)");

    private NumberText() {}

    /**
     * A number in the digits of its format; where the format is not one of plain digits, in as many digits as it has.
     *
     * @param raw the number as it is stored, a binary fraction printed with up to 17 digits
     * @param format the number format; {@code null} when there is none
     */
    static String of(String raw, @Nullable String format) {
        BigDecimal value = new BigDecimal(raw).round(PRECISION);
        if (Math.abs((long) value.precision() - value.scale()) > LONGEST || Math.abs((long) value.scale()) > LONGEST) {
            return raw;
        }
        Matcher digits = DIGITS.matcher(DECORATION
                .matcher(format == null ? "" : format.split(";", 2)[0])
                .replaceAll(""));
        if (!digits.matches()) {
            return plain(value);
        }
        boolean percent = !digits.group(3).isEmpty();
        int decimals = digits.group(2) == null ? 0 : digits.group(2).length();
        BigDecimal shown = (percent ? value.movePointRight(2) : value).setScale(decimals, RoundingMode.HALF_UP);
        String text = shown.toPlainString();
        return (digits.group(1).startsWith("#") ? grouped(text) : text) + (percent ? "%" : "");
    }

    /** The same number with at least two decimals, without a percent sign: how amounts, weights, rates and scores are printed. */
    static String withTwoDecimals(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        int point = digits.indexOf('.');
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        return decimals >= 2 ? digits : digits + (point < 0 ? "." : "") + "0".repeat(2 - decimals);
    }

    private static String plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder out = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = end - 3; at > first; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
