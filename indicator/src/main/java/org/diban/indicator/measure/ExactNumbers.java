package org.diban.indicator.measure;

import org.diban.kernel.json.JsonException;
import org.diban.kernel.number.Fraction;

/** Exact numbers as texts: {@code 12}, {@code -0.5} or {@code 1/3}, at most {@value #LONGEST} characters. */
public final class ExactNumbers {
    private static final int LONGEST = 10_000;

    private ExactNumbers() {}

    /**
     * Reads a number.
     *
     * @throws JsonException if the text is not one
     */
    public static Fraction parse(String text) {
        long whole = wholeOrMin(text);
        if (whole != Long.MIN_VALUE) {
            return Fraction.of(whole);
        }
        if (text.length() > LONGEST || !shaped(text)) {
            throw new JsonException("\"" + text.substring(0, Math.min(text.length(), 60)) + "\" is not a number");
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Fraction.parse(text);
        }
        Fraction denominator = Fraction.parse(text.substring(slash + 1));
        if (denominator.signum() == 0) {
            throw new JsonException("\"" + text + "\" divides by nought");
        }
        return Fraction.parse(text.substring(0, slash)).dividedBy(denominator);
    }

    /** The value of up to 18 digits with an optional minus; {@link Long#MIN_VALUE} for anything else. */
    private static long wholeOrMin(String text) {
        int start = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        if (text.length() == start || text.length() > start + 18) {
            return Long.MIN_VALUE;
        }
        long value = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return start == 1 ? -value : value;
    }

    private static boolean shaped(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int digits = digits(text, at);
        if (digits == at) {
            return false;
        }
        if (digits == text.length()) {
            return true;
        }
        char mark = text.charAt(digits);
        return (mark == '.' || mark == '/') && digits + 1 < text.length() && digits(text, digits + 1) == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
