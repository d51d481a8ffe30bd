package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.diban.app.performance.FormImports;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.Forms;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.Overview;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.shell.ListQuery;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forms for programs. Every answer is a JSON object, lists are its member {@code items}; decimals and fractions are texts, amounts whole 分,
 * instants RFC 3339. Problems are those of RFC 9457.
 */
@RestController
@RequestMapping("/api/v1/forms")
class FormApi {
    private final Forms forms;
    private final FormImports imports;

    FormApi(Forms forms, FormImports imports) {
        this.forms = forms;
        this.imports = imports;
    }

    @GetMapping
    ResponseEntity<String> list(HttpServletRequest request) {
        ListQuery list = OverviewAddress.read(request);
        OverviewQuery query =
                OverviewAddress.query(list, forms.years().stream().findFirst().orElse(0));
        Overview overview = forms.overview(query, list.size(), list.offset());
        return json(JsonObject.builder()
                .put("year", query.year())
                .put("page", list.page())
                .put("size", list.size())
                .put("total", overview.totals().forms())
                .put("items", overview.rows().stream().map(SummaryJson::write).toList())
                .build());
    }

    @GetMapping("/{id}")
    ResponseEntity<String> get(@PathVariable String id) {
        FormRecord record = forms.form(id);
        return json(JsonObject.builder()
                .put("summary", SummaryJson.write(record.summary()))
                .put("version", record.state().length())
                .put("stream", record.state().stream())
                .put("form", record.state().formJson())
                .put("scores", record.state().scores())
                .build());
    }

    @GetMapping("/{id}/findings")
    ResponseEntity<String> findings(@PathVariable String id) {
        return items(forms.form(id).findings().stream().map(FindingJson::write).toList());
    }

    @GetMapping("/{id}/figures")
    ResponseEntity<String> figures(@PathVariable String id) {
        FormRecord record = forms.form(id);
        return items(record.scored().indicators().stream()
                .map(indicator -> figure(record, indicator))
                .toList());
    }

    private static JsonObject figure(FormRecord record, ScoredIndicator scored) {
        String id = scored.indicator().id();
        JsonObject.Builder out = JsonObject.builder()
                .put("indicator", id)
                .put("name", scored.indicator().level3())
                .put("evidence", FormView.origin(scored.indicator().actual()).name())
                .put("outcome", scored.outcome().name())
                .put("computed", scored.computed().toPlainString())
                .put("deducted", scored.deducted().toPlainString())
                .put("score", scored.score().toPlainString());
        Figure figure = record.state().figure(id).orElse(null);
        if (figure != null) {
            out.put("fact", figure.fact().json())
                    .put("at", figure.at().toString())
                    .put("by", figure.by())
                    .put("entry", figure.change().json());
        }
        return out.build();
    }

    @GetMapping("/{id}/export")
    void export(
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "zh") String lang)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        forms.export(id, format, lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, bytes);
        FormPages.send(
                response,
                FormPages.MEDIA_TYPES.getOrDefault(format, "application/octet-stream"),
                id + "." + format,
                bytes);
    }

    /**
     * Checks a file, the body of the request, and takes it unless {@code check} is asked for. A file with problems is kept and answered with
     * 422 and its report; a large one is answered with 202 and the job that works on it.
     */
    @PostMapping("/import")
    ResponseEntity<String> take(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "upload") String name,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "false") boolean replace)
            throws IOException {
        if (check) {
            return json(ReportJson.write(imports.check(name, request.getInputStream())));
        }
        ImportRecord received = imports.receive(organisation, name, request.getInputStream());
        ImportRecord done =
                received.state() == ImportRecord.State.CHECKED ? imports.take(received.id(), replace) : received;
        JsonObject answer = JsonObject.builder()
                .put("id", done.id())
                .put("state", done.state().name())
                .put("job", done.job())
                .put("digest", done.digest())
                .put("report", done.report() == null ? null : ReportJson.write(done.report()))
                .put("forms", done.forms().stream().map(JsonValue::of).toList())
                .build();
        return ResponseEntity.status(
                        switch (done.state()) {
                            case TAKEN -> 201;
                            case REJECTED -> 422;
                            case RECEIVED, CHECKED -> 202;
                        })
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.canonical());
    }

    static ResponseEntity<String> items(List<JsonObject> items) {
        return json(JsonObject.builder().put("items", items).build());
    }

    static ResponseEntity<String> json(JsonObject body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.canonical());
    }
}
