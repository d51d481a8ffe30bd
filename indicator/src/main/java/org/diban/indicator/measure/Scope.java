package org.diban.indicator.measure;

import java.util.regex.Pattern;

/**
 * The part of the district that a figure is about, for example {@code district} or {@code project/prj_…}. What a scope takes in is up to
 * the source that measures; the rows that it names are what counts as proof.
 *
 * @param name lower-case letters, digits and {@code ._/-}, at most 120 characters
 */
public record Scope(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._/-]{0,119}");

    /** The whole district. */
    public static final Scope DISTRICT = new Scope("district");

    public Scope {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a scope: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
