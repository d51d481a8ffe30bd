package org.diban.indicator.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diban.indicator.form.MeasureRef;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MeasureCatalogueTest {
    private static final MeasureCatalogue STANDARD = MeasureCatalogue.standard();

    @Test
    void the_standard_catalogue_has_sixty_definitions_that_read_back_as_they_were() {
        assertThat(STANDARD.current()).hasSize(60);
        for (Measure measure : STANDARD.current()) {
            Measure again =
                    MeasureJson.read(JsonReader.readObject(measure.json().canonicalBytes()));
            assertThat(again).isEqualTo(measure);
            assertThat(again.key()).isEqualTo(measure.key());
            assertThat(STANDARD.find(new MeasureRef(measure.id(), measure.version())))
                    .contains(measure);
            assertThat(measure.guards().size() + measure.evidence().size()).isPositive();
        }
    }

    /** A wording that was published is not changed: it gets another version. The file holds what was published. */
    @Test
    void a_released_definition_never_changes() throws IOException {
        Map<String, String> released = new TreeMap<>();
        new String(resource("released.txt"), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            released.put(parts[0], parts[1]);
        });
        Map<String, String> now = new TreeMap<>();
        STANDARD.current()
                .forEach(m ->
                        now.put(m.id() + "." + m.version(), m.key().digest().text()));
        assertThat(now).isEqualTo(released);
    }

    @Test
    void every_indicator_of_the_eleven_forms_is_mapped_to_its_measure() throws IOException {
        JsonObject reference =
                JsonReader.readObject(Files.readAllBytes(DistrictData.require("reference/measures.json")));
        assertThat(reference.objects("map")).hasSize(89);
        for (JsonObject row : reference.objects("map")) {
            assertThat(STANDARD.forIndicator(row.string("level3")))
                    .as(row.string("level3"))
                    .hasValueSatisfying(m -> assertThat(m.id()).isEqualTo(row.string("measure")));
        }
        assertThat(reference.object("measures").members().keySet())
                .containsExactlyElementsOf(
                        STANDARD.current().stream().map(Measure::id).toList());
    }

    @Test
    void names_are_known_only_as_they_are_written() {
        assertThat(STANDARD.forIndicator("网络可用率")).map(Measure::id).contains("AVAIL");
        assertThat(STANDARD.forIndicator("网络可用率 ")).isEmpty();
        assertThat(STANDARD.find(new MeasureRef("AVAIL", 2))).isEmpty();
        assertThat(STANDARD.find(new MeasureRef("AVAIL", 0))).isEmpty();
        assertThat(STANDARD.names()).hasSize(64);
    }

    @TestFactory
    List<DynamicTest> a_broken_catalogue_is_refused_with_its_code() throws IOException {
        JsonObject cases = JsonReader.readObject(resource("broken-catalogues.json"));
        return cases.objects("cases").stream()
                .map(c -> DynamicTest.dynamicTest(c.string("name"), () -> {
                    ProblemException refused = catchThrowableOfType(
                            ProblemException.class,
                            () -> MeasureCatalogue.read(
                                    files(cases.object("good"), c),
                                    c.has("names")
                                            ? c.object("names").canonicalBytes()
                                            : "{}".getBytes(StandardCharsets.UTF_8)));
                    assertThat(refused).isNotNull();
                    assertThat(refused.problems())
                            .extracting(Problem::code)
                            .containsExactlyElementsOf(c.strings("codes"));
                }))
                .toList();
    }

    private static Map<String, byte[]> files(JsonObject good, JsonObject broken) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int number = 0;
        for (JsonValue change : broken.array("files")) {
            TreeMap<String, JsonValue> members = new TreeMap<>(good.members());
            ((JsonObject) change).members().forEach((name, value) -> {
                if (value == JsonValue.JsonNull.NULL) {
                    members.remove(name);
                } else {
                    members.put(name, value);
                }
            });
            files.put("file" + number++, new JsonObject(members).canonicalBytes());
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = MeasureCatalogueTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
