package org.diban.sample.district;

import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the sample district.
 *
 * @param key its name in the sample, for example {@code street-2}
 * @param parent the key of the unit it belongs to; {@code null} for the district
 * @param kind what it is
 * @param name what people call it; says that it is a sample
 */
public record SampleUnit(String key, @Nullable String parent, Kind kind, Text name) {
    /** What a unit is. */
    public enum Kind {
        DISTRICT,
        DEPARTMENT,
        STREET,
        NEIGHBOURHOOD
    }
}
