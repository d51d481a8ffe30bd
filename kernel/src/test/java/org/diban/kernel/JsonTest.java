package org.diban.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    /** The example of RFC 8785 section 3.2.3, without its numbers outside our space. */
    @Test
    void members_are_sorted_by_utf16_code_units() {
        String text = "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\"1\":\"One\","
                + "\"\\ud83d\\ude00\":\"Smiley\",\"\\u0080\":\"Control\",\"\\u00f6\":\"O Diaeresis\"}";
        assertThat(JsonReader.read(text).canonical())
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"O Diaeresis\","
                        + "\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\ufb33\":\"Hebrew\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "1.5",
                "1e3",
                "-0",
                "01",
                "9007199254740992",
                "nul",
                "\"\\ud800\"",
                "\"a\nb\"",
                "[] []",
                "{a:1}",
                "\"\\x\"",
                "\"\\u12\"",
                "+1",
                "'a'",
                "[1 2]",
                "\u00a01"
            })
    void what_has_no_canonical_form_is_refused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void an_error_names_line_and_column() {
        assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": 1.5\n}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("line 2, column 9");
    }

    @Test
    void depth_is_bounded() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000))).hasMessageContaining("levels");
    }

    @Property(seed = "20241122")
    void any_text_survives_writing_and_reading(@ForAll String name, @ForAll String text) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String key = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        JsonObject object = JsonObject.builder().put(key, clean).build();
        assertThat(JsonReader.read(object.canonicalBytes())).isEqualTo(object);
        assertThat(JsonReader.read(object.pretty())).isEqualTo(object);
    }

    @Test
    void any_bytes_give_a_value_or_a_json_exception() {
        Random random = new Random(20_241_122);
        byte[] seed = "{\"a\":[1,true,null,\"\\u20ac\"],\"b\":{\"c\":\"x\"}}".getBytes(StandardCharsets.UTF_8);
        int values = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = seed.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonValue value = JsonReader.read(bytes);
                assertThat(JsonReader.read(value.canonicalBytes())).isEqualTo(value);
                values++;
            } catch (JsonException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
        assertThat(values).isPositive();
    }
}
