package org.diban.kernel.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object.
 *
 * <p>The typed readers ({@link #string}, {@link #number} …) throw a {@link JsonException} that names the member when it is
 * missing or of another type: they are for reading documents of a known schema.
 *
 * @param members the members, sorted by name in UTF-16 code units
 */
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(new TreeMap<>());

    public JsonObject {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** Starts an object. */
    public static Builder builder() {
        return new Builder();
    }

    /** The member, or {@code null} when there is none. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The text of a member that must be there. */
    public String string(String name) {
        return member(name) instanceof JsonString(String value) ? value : wrong(name, "a string");
    }

    /** The text of a member, or {@code null} when it is missing or null. */
    public @Nullable String stringOrNull(String name) {
        return absent(name) ? null : string(name);
    }

    /** The number of a member that must be there. */
    public long number(String name) {
        return member(name) instanceof JsonNumber(long value) ? value : wrong(name, "an integer");
    }

    /** The number of a member, or the given one when it is missing or null. */
    public long numberOr(String name, long otherwise) {
        return absent(name) ? otherwise : number(name);
    }

    /** The truth value of a member that must be there. */
    public boolean bool(String name) {
        return member(name) instanceof JsonBoolean(boolean value) ? value : wrong(name, "true or false");
    }

    /** The object of a member that must be there. */
    public JsonObject object(String name) {
        return member(name) instanceof JsonObject value ? value : wrong(name, "an object");
    }

    /** The object of a member, or {@code null} when it is missing or null. */
    public @Nullable JsonObject objectOrNull(String name) {
        return absent(name) ? null : object(name);
    }

    /** The array of a member that must be there. */
    public JsonArray array(String name) {
        return member(name) instanceof JsonArray value ? value : wrong(name, "an array");
    }

    /** The array of a member; empty when it is missing or null. */
    public JsonArray arrayOrEmpty(String name) {
        return absent(name) ? new JsonArray(List.of()) : array(name);
    }

    /** The objects in the array of a member that must be there. */
    public List<JsonObject> objects(String name) {
        return array(name).values().stream()
                .map(v -> v instanceof JsonObject o ? o : JsonObject.<JsonObject>wrong(name, "an array of objects"))
                .toList();
    }

    /** The texts in the array of a member; empty when it is missing or null. */
    public List<String> strings(String name) {
        return arrayOrEmpty(name).values().stream()
                .map(v -> v instanceof JsonString(String s) ? s : JsonObject.<String>wrong(name, "an array of strings"))
                .toList();
    }

    private boolean absent(String name) {
        JsonValue value = members.get(name);
        return value == null || value == JsonNull.NULL;
    }

    private JsonValue member(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            throw new JsonException("missing member \"" + name + "\"");
        }
        return value;
    }

    private static <T> T wrong(String name, String expected) {
        throw new JsonException("member \"" + name + "\" must be " + expected);
    }

    @Override
    public String toString() {
        return canonical();
    }

    /** Collects the members of an object. A member given as {@code null} is left out. Not safe for several threads. */
    public static final class Builder {
        private final TreeMap<String, JsonValue> members = new TreeMap<>();

        private Builder() {}

        public Builder put(String name, @Nullable JsonValue value) {
            if (value != null && members.put(name, value) != null) {
                throw new IllegalArgumentException("member given twice: " + name);
            }
            return this;
        }

        public Builder put(String name, @Nullable String value) {
            return put(name, value == null ? null : JsonValue.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, JsonValue.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, JsonValue.of(value));
        }

        public Builder put(String name, List<? extends JsonValue> values) {
            return put(name, new JsonArray(List.copyOf(values)));
        }

        public Builder putAll(Map<String, ? extends JsonValue> values) {
            values.forEach(this::put);
            return this;
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
