package org.diban.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diban.app.database.AppTest;
import org.diban.app.shell.Routes;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** The OpenAPI document describes exactly the addresses below {@code /api/v1}, and its references lead somewhere. */
@AppTest
@TestPropertySource(properties = "diban.sample=false")
class ApiDocumentTest {
    private final java.util.List<Routes> routes;

    @Autowired
    ApiDocumentTest(java.util.List<Routes> routes) {
        this.routes = routes;
    }

    private static JsonObject document() throws Exception {
        try (var in = new ClassPathResource("openapi.json").getInputStream()) {
            return JsonReader.readObject(in.readAllBytes());
        }
    }

    @Test
    void every_address_is_described_and_every_description_has_an_address() throws Exception {
        Set<String> declared = routes.stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> route.pattern().startsWith("/api/v1/"))
                .map(route -> route.method().name() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        document()
                .object("paths")
                .members()
                .forEach((path, methods) -> ((JsonObject) methods)
                        .members()
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(declared);
    }

    @Test
    void every_reference_leads_to_a_component_and_every_parameter_of_a_path_is_named() throws Exception {
        JsonObject document = document();
        Set<String> references = new TreeSet<>();
        collect(document, references);
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            String[] steps = reference.split("/", -1);
            assertThat(document.object("components").object(steps[2]).has(steps[3]))
                    .as(reference)
                    .isTrue();
        }
        document.object("paths")
                .members()
                .forEach((path, methods) -> ((JsonObject) methods).members().forEach((method, operation) -> {
                    JsonObject json = (JsonObject) operation;
                    Set<String> named = new TreeSet<>();
                    for (JsonValue value : json.arrayOrEmpty("parameters")) {
                        JsonObject parameter = (JsonObject) value;
                        if (parameter.has("$ref")) {
                            String reference = parameter.string("$ref");
                            parameter = document.object("components")
                                    .object("parameters")
                                    .object(reference.substring(reference.lastIndexOf('/') + 1));
                        }
                        if (parameter.string("in").equals("path")) {
                            named.add(parameter.string("name"));
                        }
                    }
                    Set<String> wanted = java.util.regex.Pattern.compile("\\{([a-z]+)}")
                            .matcher(path)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(named).as(method + " " + path).isEqualTo(wanted);
                    assertThat(json.string("x-summary-zh")).isNotBlank();
                }));
    }

    private static void collect(JsonValue value, Set<String> references) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                if (name.equals("$ref")) {
                    references.add(((JsonValue.JsonString) member).value());
                }
                collect(member, references);
            });
        } else if (value instanceof org.diban.kernel.json.JsonArray array) {
            array.forEach(element -> collect(element, references));
        }
    }
}
