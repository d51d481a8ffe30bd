package org.diban.indicator.review;

import java.util.HashMap;
import java.util.Map;
import org.diban.indicator.form.Indicator;
import org.diban.kernel.json.JsonObject;

/** The measures that indicators are known by: how forms that spell one fact differently are seen to state one fact. Immutable. */
public final class MeasureNames {
    private static final MeasureNames STANDARD = parse(ReviewRules.resource("measure-names-1.json"));

    private final Map<String, String> measures;

    private MeasureNames(Map<String, String> measures) {
        this.measures = measures;
    }

    /** The names as shipped. */
    public static MeasureNames standard() {
        return STANDARD;
    }

    /**
     * Reads names of format {@code diban-measure-names/1}.
     *
     * @throws org.diban.kernel.json.JsonException if they are not
     */
    public static MeasureNames parse(JsonObject json) {
        Map<String, String> measures = new HashMap<>();
        JsonObject names = json.object("names");
        for (String measure : names.members().keySet()) {
            names.strings(measure).forEach(name -> measures.put(normalised(name), measure));
        }
        return new MeasureNames(measures);
    }

    /** The measure that the indicator is bound to, or the one of its name, or its normalised name behind a {@code ?}. */
    public String measure(Indicator indicator) {
        if (indicator.measure() != null) {
            return indicator.measure().id();
        }
        String name = normalised(indicator.level3());
        String measure = measures.get(name);
        return measure == null ? "?" + name : measure;
    }

    /** The letters and digits of a name, lower-case, without 的. */
    static String normalised(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c) && c != '的') {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }
}
