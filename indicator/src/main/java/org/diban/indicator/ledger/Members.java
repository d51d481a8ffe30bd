package org.diban.indicator.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.time.Period;

/** The shapes of members that several bodies share. */
final class Members {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,9})?");

    private Members() {}

    /** Refuses members that are not named. */
    static void only(JsonObject json, String... allowed) {
        Set<String> known = Set.of(allowed);
        for (String name : json.members().keySet()) {
            if (!known.contains(name)) {
                throw new JsonException("unknown member \"" + name + "\"");
            }
        }
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new JsonException("\"" + text + "\" is not a decimal of at most 24 digits and 9 decimals");
        }
        return new BigDecimal(text);
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException("\"" + text + "\" is not an instant");
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new JsonException("\"" + text + "\" is not a date");
        }
    }

    static JsonObject period(Period period) {
        return JsonObject.builder()
                .put("start", period.start().toString())
                .put("end", period.end().toString())
                .build();
    }

    static Period period(JsonObject json) {
        only(json, "start", "end");
        return new Period(instant(json.string("start")), instant(json.string("end")));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return List.of(type.getEnumConstants()).stream()
                .filter(c -> word(c).equals(word))
                .findFirst()
                .orElseThrow(() -> new JsonException("unknown word \"" + word + "\""));
    }
}
