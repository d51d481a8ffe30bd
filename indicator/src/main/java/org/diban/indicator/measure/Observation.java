package org.diban.indicator.measure;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What one fact contributes to one figure: the contract by which anybody can recompute the figure from the rows.
 *
 * <p>A fact observes through the member {@code observe} of its body: an object with one member for each measure that the fact
 * contributes to, for example
 *
 * <pre>{@code "observe": {"AVAIL": {"key": "site-7", "num": "1", "den": "1"}, "LATENCY": {"key": "site-7", "value": "1.25"}}}</pre>
 *
 * <p>All members of an observation are optional, and which of them must be there depends on the {@link Statistic}:
 *
 * <ul>
 *   <li>{@code num}, {@code den}, {@code value} – exact numbers as strings: {@code "12"}, {@code "0.5"}, {@code "1/3"}, at
 *       most {@value #LONGEST_NUMBER} characters
 *   <li>{@code met} – whether the row meets the condition of the definition
 *   <li>{@code key} – what the row is about: a site, a report number, a month
 *   <li>{@code at} – when the thing happened, an instant; the fact's own {@code at} when left out
 *   <li>{@code role} – {@code counted} when left out, see {@link Role}
 * </ul>
 *
 * <p>A fact that corrects another takes its place; without an observation of its own it takes the old one out.
 *
 * @param at when the thing happened
 * @param role what the row is to the figure
 * @param num a part of the numerator
 * @param den a part of the denominator
 * @param value a measured value
 * @param met whether the condition is met
 * @param key what the row is about
 */
public record Observation(
        Instant at,
        Role role,
        @Nullable Fraction num,
        @Nullable Fraction den,
        @Nullable Fraction value,
        @Nullable Boolean met,
        @Nullable String key) {
    private static final int LONGEST_NUMBER = 60;
    private static final Set<String> MEMBERS = Set.of("at", "role", "num", "den", "value", "met", "key");

    /** What a row is to a figure. */
    public enum Role {
        /** An observation of the period. */
        COUNTED,
        /** An observation of the time before the period, for comparison. */
        BASELINE,
        /** The threshold agreed before the period, as {@code value}. */
        AGREED,
        /** The number of those who could have been asked, as {@code value}. */
        FRAME,
        /** A signed statement that nothing happened in the month that {@code key} names, for example {@code 2024-03}. */
        NIL
    }

    /** Whether a fact contributes to a measure. */
    public static boolean contributes(Fact fact, String measure) {
        return fact.body().get("observe") instanceof JsonObject all && all.has(measure);
    }

    /**
     * The observation of a fact for a measure; {@code null} when it makes none.
     *
     * @throws JsonException if the member {@code observe} does not follow the contract
     */
    public static @Nullable Observation of(Fact fact, String measure) {
        JsonObject all = fact.body().objectOrNull("observe");
        JsonObject json = all == null ? null : all.objectOrNull(measure);
        if (json == null) {
            return null;
        }
        MeasureJson.only(json, MEMBERS);
        String at = json.stringOrNull("at");
        String role = json.stringOrNull("role");
        return new Observation(
                at == null ? fact.at() : instant(at),
                role == null ? Role.COUNTED : MeasureJson.constant(Role.class, role),
                number(json, "num"),
                number(json, "den"),
                number(json, "value"),
                json.has("met") ? (Boolean) json.bool("met") : null,
                json.stringOrNull("key"));
    }

    private static @Nullable Fraction number(JsonObject json, String member) {
        String text = json.stringOrNull(member);
        if (text != null && text.length() > LONGEST_NUMBER) {
            throw new JsonException("\"" + member + "\" is longer than " + LONGEST_NUMBER + " characters");
        }
        return text == null ? null : ExactNumbers.parse(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException("\"" + text + "\" is not an instant");
        }
    }
}
