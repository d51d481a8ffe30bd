package org.diban.kernel.problem;

import java.util.Locale;

/**
 * A text in both languages of the product.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {
    /** The text for a locale: English for English locales, Chinese for all others. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }

    /** This text with {@code {0}}, {@code {1}} … replaced by the arguments, in both languages. An index without an argument stays as it is. */
    public Text with(Object... arguments) {
        return new Text(fill(zh, arguments), fill(en, arguments));
    }

    private static String fill(String template, Object... arguments) {
        StringBuilder out = new StringBuilder(template.length() + 32);
        int from = 0;
        while (true) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return out.append(template, from, template.length()).toString();
            }
            out.append(template, from, open);
            int index = index(template, open + 1, close);
            if (index >= 0 && index < arguments.length) {
                out.append(arguments[index]);
            } else {
                out.append(template, open, close + 1);
            }
            from = close + 1;
        }
    }

    private static int index(String template, int from, int to) {
        if (to == from || to - from > 2) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = template.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
