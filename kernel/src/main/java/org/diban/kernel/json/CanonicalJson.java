package org.diban.kernel.json;

import java.util.Iterator;
import java.util.Map;

/** Writes JSON values: canonical after RFC 8785 section 3.2, or indented. */
final class CanonicalJson {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonValue.JsonString(String text) -> writeString(text, out);
            case JsonValue.JsonNumber(long number) -> out.append(number);
            case JsonValue.JsonBoolean(boolean truth) -> out.append(truth);
            case JsonValue.JsonNull ignored -> out.append("null");
            case JsonArray array -> {
                out.append('[');
                Iterator<JsonValue> values = array.iterator();
                while (values.hasNext()) {
                    write(values.next(), out);
                    if (values.hasNext()) {
                        out.append(',');
                    }
                }
                out.append(']');
            }
            case JsonObject object -> {
                out.append('{');
                Iterator<Map.Entry<String, JsonValue>> members =
                        object.members().entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, JsonValue> member = members.next();
                    writeString(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    if (members.hasNext()) {
                        out.append(',');
                    }
                }
                out.append('}');
            }
        }
    }

    static void writePretty(JsonValue value, StringBuilder out, int depth) {
        switch (value) {
            case JsonArray array
            when array.size() > 0 -> {
                out.append("[\n");
                Iterator<JsonValue> values = array.iterator();
                while (values.hasNext()) {
                    writePretty(values.next(), indent(out, depth + 1), depth + 1);
                    out.append(values.hasNext() ? ",\n" : "\n");
                }
                indent(out, depth).append(']');
            }
            case JsonObject object
            when !object.members().isEmpty() -> {
                out.append("{\n");
                Iterator<Map.Entry<String, JsonValue>> members =
                        object.members().entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, JsonValue> member = members.next();
                    writeString(member.getKey(), indent(out, depth + 1));
                    out.append(": ");
                    writePretty(member.getValue(), out, depth + 1);
                    out.append(members.hasNext() ? ",\n" : "\n");
                }
                indent(out, depth).append('}');
            }
            default -> write(value, out);
        }
    }

    private static StringBuilder indent(StringBuilder out, int depth) {
        return out.repeat("  ", depth);
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else if (Character.isSurrogate(c)) {
                        i = writePair(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Writes the surrogate pair at {@code i} and returns the index of its second half. RFC 8785 refuses a lone surrogate. */
    private static int writePair(String text, int i, StringBuilder out) {
        char high = text.charAt(i);
        if (!Character.isHighSurrogate(high)
                || i + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(i + 1))) {
            throw new JsonException("a lone surrogate has no canonical form");
        }
        out.append(high).append(text.charAt(i + 1));
        return i + 1;
    }
}
