package org.diban.kernel.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A strict reader of one JSON text (RFC 8259) in the narrow space of this package.
 *
 * <p>It refuses, with line and column: bytes that are not UTF-8, numbers with a fraction or an exponent or beyond 2⁵³−1,
 * {@code -0}, a name that occurs twice, a lone surrogate, more than {@value #MAX_DEPTH} levels, anything after the value. Time and memory grow linearly
 * with the text.
 */
public final class JsonReader {
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads UTF-8 bytes.
     *
     * @throws JsonException if they are not one JSON value of the narrow space
     */
    public static JsonValue read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("not UTF-8");
        }
    }

    /**
     * Reads a text.
     *
     * @throws JsonException if it is not one JSON value of the narrow space
     */
    public static JsonValue read(String text) {
        JsonReader reader = new JsonReader(text);
        reader.skipBlanks();
        JsonValue value = reader.value(0);
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw reader.error("something follows the value");
        }
        return value;
    }

    /**
     * Reads UTF-8 bytes that hold an object.
     *
     * @throws JsonException if they are not one JSON object of the narrow space
     */
    public static JsonObject readObject(byte[] utf8) {
        return read(utf8) instanceof JsonObject object ? object : notAnObject();
    }

    /**
     * Reads a text that holds an object.
     *
     * @throws JsonException if it is not one JSON object of the narrow space
     */
    public static JsonObject readObject(String text) {
        return read(text) instanceof JsonObject object ? object : notAnObject();
    }

    private static JsonObject notAnObject() {
        throw new JsonException("not a JSON object");
    }

    private JsonValue value(int depth) {
        if (depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " levels");
        }
        if (at == text.length()) {
            throw error("the text ends where a value should be");
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonValue.JsonString(string());
            case 't' -> word("true", new JsonValue.JsonBoolean(true));
            case 'f' -> word("false", new JsonValue.JsonBoolean(false));
            case 'n' -> word("null", JsonValue.JsonNull.NULL);
            default -> number();
        };
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw error("not a value");
        }
        at += word.length();
        return value;
    }

    private JsonObject object(int depth) {
        TreeMap<String, JsonValue> members = new TreeMap<>();
        at++;
        skipBlanks();
        if (take('}')) {
            return JsonObject.EMPTY;
        }
        while (true) {
            if (at == text.length() || text.charAt(at) != '"') {
                throw error("a member needs a name in quotes");
            }
            String name = string();
            skipBlanks();
            expect(':');
            skipBlanks();
            if (members.put(name, value(depth + 1)) != null) {
                throw error("the name \"" + name + "\" occurs twice");
            }
            skipBlanks();
            if (take('}')) {
                return new JsonObject(members);
            }
            expect(',');
            skipBlanks();
        }
    }

    private JsonArray array(int depth) {
        List<JsonValue> values = new ArrayList<>();
        at++;
        skipBlanks();
        if (take(']')) {
            return new JsonArray(values);
        }
        while (true) {
            values.add(value(depth + 1));
            skipBlanks();
            if (take(']')) {
                return new JsonArray(values);
            }
            expect(',');
            skipBlanks();
        }
    }

    private JsonValue number() {
        int start = at;
        boolean negative = take('-');
        int digits = at;
        long value = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
            if (value > JsonValue.JsonNumber.MAX) {
                throw error("a number beyond 2^53-1; write it as a string");
            }
        }
        if (at == digits) {
            at = start;
            throw error("not a value");
        }
        if (text.charAt(digits) == '0' && (at - digits > 1 || negative)) {
            throw error(negative ? "-0 has no canonical form" : "a number with a leading zero");
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            throw error("a number with a fraction or an exponent; write it as a string");
        }
        return new JsonValue.JsonNumber(negative ? -value : value);
    }

    private String string() {
        int start = ++at;
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '"') {
                at = end + 1;
                return checked(text.substring(start, end));
            }
            if (c == '\\') {
                return escapedString(start, end);
            }
            if (c < 0x20) {
                at = end;
                throw error("a control character in a string");
            }
            end++;
        }
        throw error("a string without an end");
    }

    private String escapedString(int start, int firstEscape) {
        StringBuilder out = new StringBuilder(text.length() > start + 64 ? 64 : 16);
        out.append(text, start, firstEscape);
        at = firstEscape;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return checked(out.toString());
            }
            if (c < 0x20) {
                throw error("a control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        throw error("a string without an end");
    }

    private char escape() {
        if (at == text.length()) {
            throw error("a string without an end");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw error("an unknown escape");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw error("a \\u escape needs four digits");
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0 || text.charAt(at - 1) > 'f') {
                throw error("a \\u escape needs four digits");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private String checked(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == string.length()
                        || !Character.isLowSurrogate(string.charAt(i + 1))) {
                    throw error("a lone surrogate");
                }
                i++;
            }
        }
        return string;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw error("'" + c + "' is missing");
        }
    }

    private JsonException error(String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonException(message, line, at - lineStart + 1);
    }
}
