package org.diban.indicator.format.sheet;

import java.util.regex.Pattern;

/** What a spreadsheet program would run instead of show. */
public final class Injection {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(\\.\\d+)?%?");

    private Injection() {}

    /** Whether a program could take the text of a cell for a formula: it begins with {@code = + - @}, a tab or a line break, and is no number. */
    public static boolean looksLikeFormula(String text) {
        if (text.isEmpty() || NUMBER.matcher(text).matches()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '\t' || first == '\r' || first == '\n') {
            return true;
        }
        String shown = text.strip();
        return !shown.isEmpty() && "=+-@＝＋－＠|".indexOf(shown.charAt(0)) >= 0;
    }

    /** The text as a program shows it and does not run it: an apostrophe stands before a formula. */
    public static String neutral(String text) {
        return looksLikeFormula(text) ? "'" + text : text;
    }
}
