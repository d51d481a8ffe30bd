package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;

/** V13–V15: the goals in words. */
final class TextRules {
    private static final int TAIL = 12;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9.〔])([0-9]{1,9}(?:\\.[0-9]{1,4})?)\\s*([^\\s0-9.、，。]{1,2})");

    private TextRules() {}

    static void check(Subject subject) {
        Form form = subject.submission().form();
        copies(subject, form.expectedGoals(), form.actualGoals());
        ends(subject, form);
        numbers(subject, form);
    }

    private static void copies(Subject subject, String expected, String actual) {
        if (expected.isBlank() || actual.isBlank()) {
            return;
        }
        String shown = shortened(actual);
        if (expected.equals(actual)) {
            subject.object("V13", "same", "实际完成情况", shown, shown, expected.codePointCount(0, expected.length()));
            return;
        }
        Fraction threshold = subject.rules().rule("V13").share("similarity");
        if (threshold.compareTo(Fraction.ONE) < 0) {
            Fraction similarity = Similarity.of(expected, actual);
            if (similarity.compareTo(threshold) > 0) {
                subject.object(
                        "V13",
                        "alike",
                        "实际完成情况",
                        shown,
                        shortened(expected),
                        PrintRule.TRUNCATED_2.apply(similarity.times(Fraction.HUNDRED)));
            }
        }
    }

    /** One finding for a form: the expected goal if it has no end, otherwise the actual one. */
    private static void ends(Subject subject, Form form) {
        List<String> ends = subject.rules().rule("V14").words("ends");
        boolean expected = isCut(form.expectedGoals(), ends);
        if (expected || isCut(form.actualGoals(), ends)) {
            String field = expected ? "预期目标" : "实际完成情况";
            String text = (expected ? form.expectedGoals() : form.actualGoals()).strip();
            int from = text.offsetByCodePoints(text.length(), -Math.min(TAIL, text.codePointCount(0, text.length())));
            subject.object("V14", "cut", field, text.substring(from), "", field);
        }
    }

    private static boolean isCut(String text, List<String> ends) {
        String stripped = text.strip();
        return !stripped.isEmpty() && ends.stream().noneMatch(stripped::endsWith);
    }

    private static void numbers(Subject subject, Form form) {
        List<String> units = subject.rules().rule("V15").words("units");
        Set<String> seen = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(form.expectedGoals() + "\n" + form.actualGoals());
        while (matcher.find()) {
            String rest = matcher.group(2);
            units.stream()
                    .filter(rest::startsWith)
                    .max(Comparator.comparingInt(String::length))
                    .filter(unit -> !hasFigure(form, new BigDecimal(matcher.group(1))))
                    .ifPresent(unit -> seen.add(matcher.group(1) + unit));
        }
        seen.forEach(number -> subject.object("V15", "number", "预期目标", number));
    }

    private static boolean hasFigure(Form form, BigDecimal number) {
        for (Indicator indicator : form.indicators()) {
            boolean target = indicator.target() instanceof Target.Quantity aim
                    && aim.value().compareTo(number) == 0;
            boolean actual = indicator.actual() instanceof Actual.Quantity reached
                    && reached.printed().compareTo(number) == 0;
            if (target || actual) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 30
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 30)) + "…";
    }
}
