package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * The data of one rule.
 *
 * @param id for example {@code V09}
 * @param title its name
 * @param cases what it can object to, by name
 * @param parameters its numbers, by name
 * @param words its word lists, by name
 */
public record ReviewRule(
        String id,
        Text title,
        Map<String, Case> cases,
        Map<String, BigDecimal> parameters,
        Map<String, List<String>> words) {
    public ReviewRule {
        cases = Map.copyOf(cases);
        parameters = Map.copyOf(parameters);
        words = Map.copyOf(words);
    }

    /**
     * One objection that the rule can make.
     *
     * @param severity how much it weighs
     * @param message with {@code {0}} … for its figures; the first is the figure objected to, the second its neighbour
     */
    public record Case(Severity severity, Text message) {}

    /** The heaviest severity among the cases. */
    public Severity severity() {
        return cases.values().stream()
                .map(Case::severity)
                .min(Severity::compareTo)
                .orElse(Severity.NOTE);
    }

    Case objection(String name) {
        return known(cases.get(name), name);
    }

    BigDecimal parameter(String name) {
        return known(parameters.get(name), name);
    }

    /** A parameter in percent as a fraction of 1. */
    Fraction share(String name) {
        return Fraction.of(parameter(name)).dividedBy(Fraction.HUNDRED);
    }

    int count(String name) {
        return parameter(name).intValueExact();
    }

    List<String> words(String name) {
        return known(words.get(name), name);
    }

    ReviewRule withParameter(String name, BigDecimal value) {
        known(parameters.get(name), name);
        Map<String, BigDecimal> others = new TreeMap<>(parameters);
        others.put(name, value);
        return new ReviewRule(id, title, cases, others, words);
    }

    private <T> T known(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("rule " + id + " has no " + name);
        }
        return value;
    }
}
