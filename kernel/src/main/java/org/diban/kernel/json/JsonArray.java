package org.diban.kernel.json;

import java.util.Iterator;
import java.util.List;

/**
 * A JSON array.
 *
 * @param values the elements, in order
 */
public record JsonArray(List<JsonValue> values) implements JsonValue, Iterable<JsonValue> {
    public JsonArray {
        values = List.copyOf(values);
    }

    /** An array of texts. */
    public static JsonArray ofStrings(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    public int size() {
        return values.size();
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return values.iterator();
    }

    @Override
    public String toString() {
        return canonical();
    }
}
