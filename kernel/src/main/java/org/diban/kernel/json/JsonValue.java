package org.diban.kernel.json;

import java.nio.charset.StandardCharsets;

/** A JSON value of the narrow space that has exactly one canonical form. Immutable. */
public sealed interface JsonValue
        permits JsonArray,
                JsonObject,
                JsonValue.JsonString,
                JsonValue.JsonNumber,
                JsonValue.JsonBoolean,
                JsonValue.JsonNull {
    /** The value in the form of RFC 8785. */
    default String canonical() {
        StringBuilder out = new StringBuilder();
        CanonicalJson.write(this, out);
        return out.toString();
    }

    /** The UTF-8 bytes of {@link #canonical()}: what is hashed and signed. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** The value over several lines, two blanks an indent, members in canonical order: for people. */
    default String pretty() {
        StringBuilder out = new StringBuilder();
        CanonicalJson.writePretty(this, out, 0);
        return out.append('\n').toString();
    }

    /** A text. */
    record JsonString(String value) implements JsonValue {
        @Override
        public String toString() {
            return canonical();
        }
    }

    /**
     * A whole number.
     *
     * @param value within ±(2⁵³−1), the range in which every JSON reader agrees
     */
    record JsonNumber(long value) implements JsonValue {
        /** The largest number, 2⁵³−1. */
        public static final long MAX = (1L << 53) - 1;

        public JsonNumber {
            if (value > MAX || value < -MAX) {
                throw new IllegalArgumentException("beyond 2^53-1: " + value);
            }
        }

        @Override
        public String toString() {
            return canonical();
        }
    }

    /** A truth value. */
    record JsonBoolean(boolean value) implements JsonValue {
        @Override
        public String toString() {
            return canonical();
        }
    }

    /** The value {@code null}. */
    enum JsonNull implements JsonValue {
        NULL
    }

    /** A text. */
    static JsonString of(String value) {
        return new JsonString(value);
    }

    /** A whole number within ±(2⁵³−1). */
    static JsonNumber of(long value) {
        return new JsonNumber(value);
    }

    /** A truth value. */
    static JsonBoolean of(boolean value) {
        return new JsonBoolean(value);
    }
}
