package org.diban.indicator.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Text;

/** The rules of review, by their identifiers. Immutable. */
public final class ReviewRules {
    private static final ReviewRules STANDARD = parse(resource("rules-1.json"));

    private final Map<String, ReviewRule> rules;

    private ReviewRules(Map<String, ReviewRule> rules) {
        this.rules = rules;
    }

    /** The rules as shipped. */
    public static ReviewRules standard() {
        return STANDARD;
    }

    /** All rules, in the order of their identifiers. */
    public List<ReviewRule> all() {
        return List.copyOf(rules.values());
    }

    /**
     * A rule.
     *
     * @throws IllegalArgumentException if there is none of this identifier
     */
    public ReviewRule rule(String id) {
        ReviewRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + id);
        }
        return rule;
    }

    /**
     * The same rules with another value of a parameter, for example 20 for {@code percent} of {@code V12}.
     *
     * @throws IllegalArgumentException if there is no such rule or parameter
     */
    public ReviewRules with(String id, String parameter, BigDecimal value) {
        Map<String, ReviewRule> others = new LinkedHashMap<>(rules);
        others.put(id, rule(id).withParameter(parameter, value));
        return new ReviewRules(others);
    }

    /**
     * Reads rules of format {@code diban-review/1}.
     *
     * @throws JsonException if they are not
     */
    public static ReviewRules parse(JsonObject json) {
        if (!json.string("format").equals("diban-review/1")) {
            throw new JsonException("member \"format\" must be \"diban-review/1\"");
        }
        Map<String, ReviewRule> rules = new LinkedHashMap<>();
        for (JsonObject one : json.objects("rules")) {
            Map<String, ReviewRule.Case> cases = new HashMap<>();
            JsonObject all = one.object("cases");
            for (String name : all.members().keySet()) {
                JsonObject found = all.object(name);
                cases.put(name, new ReviewRule.Case(severity(found.string("severity")), text(found)));
            }
            Map<String, BigDecimal> parameters = new HashMap<>();
            if (one.objectOrNull("parameters") instanceof JsonObject numbers) {
                numbers.members().keySet().forEach(name -> parameters.put(name, new BigDecimal(numbers.string(name))));
            }
            Map<String, List<String>> words = new HashMap<>();
            if (one.objectOrNull("words") instanceof JsonObject lists) {
                lists.members().keySet().forEach(name -> words.put(name, lists.strings(name)));
            }
            String id = one.string("id");
            rules.put(id, new ReviewRule(id, text(one.object("title")), cases, parameters, words));
        }
        return new ReviewRules(rules);
    }

    private static Severity severity(String name) {
        return switch (name) {
            case "ERROR" -> Severity.ERROR;
            case "WARNING" -> Severity.WARNING;
            case "NOTE" -> Severity.NOTE;
            default -> throw new JsonException("member \"severity\" must be ERROR, WARNING or NOTE");
        };
    }

    private static Text text(JsonObject json) {
        return new Text(json.string("zh"), json.string("en"));
    }

    static JsonObject resource(String name) {
        try (InputStream in = ReviewRules.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packed");
            }
            return JsonReader.readObject(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
