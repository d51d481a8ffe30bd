package org.diban.app.proof.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.app.shell.Page;
import org.diban.app.shell.Preferences;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.problem.Text;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The description of everything below {@code /api/v1/}: an OpenAPI 3.1 document, written by hand, and a page that shows it. In the document a
 * {@code summary} is English and {@code x-summary-zh} Chinese.
 */
@Controller
class ApiPage {
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private final byte[] document;
    private final JsonObject openApi;
    private final String tag;

    ApiPage() throws IOException {
        try (InputStream in = new ClassPathResource("openapi.json").getInputStream()) {
            this.document = in.readAllBytes();
        }
        this.openApi = JsonReader.readObject(document);
        this.tag = '"' + HashAlgorithm.SHA_256.hash(document).hex().substring(0, 32) + '"';
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok()
                .contentType(JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .eTag(tag)
                .body(document);
    }

    @GetMapping("/api")
    ModelAndView page(Page page) {
        return page.view(
                "proof/api",
                Map.of(
                        "version",
                        openApi.object("info").string("version"),
                        "operations",
                        operations(page.language() == Preferences.Language.EN)));
    }

    private List<ApiOperation> operations(boolean english) {
        List<ApiOperation> operations = new ArrayList<>();
        openApi.object("paths")
                .members()
                .forEach((path, methods) -> ((JsonObject) methods)
                        .members()
                        .forEach((method, operation) ->
                                operations.add(operation(path, method, (JsonObject) operation, english))));
        return operations;
    }

    private ApiOperation operation(String path, String method, JsonObject json, boolean english) {
        List<ApiOperation.Parameter> parameters = new ArrayList<>();
        for (JsonValue value : json.arrayOrEmpty("parameters")) {
            JsonObject parameter = resolve((JsonObject) value);
            parameters.add(new ApiOperation.Parameter(
                    parameter.string("name"),
                    parameter.has("required") && parameter.bool("required"),
                    words(parameter, "description", english)));
        }
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                words(json, "summary", english),
                json.has("description") ? words(json, "description", english) : "",
                parameters,
                List.copyOf(json.object("responses").members().keySet()));
    }

    private JsonObject resolve(JsonObject parameter) {
        String reference = parameter.stringOrNull("$ref");
        return reference == null
                ? parameter
                : openApi.object("components")
                        .object("parameters")
                        .object(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static String words(JsonObject json, String name, boolean english) {
        String chinese = json.stringOrNull("x-" + name + "-zh");
        return new Text(chinese == null ? json.string(name) : chinese, json.string(name))
                .in(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }
}
