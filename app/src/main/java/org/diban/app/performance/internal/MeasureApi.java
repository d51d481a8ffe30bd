package org.diban.app.performance.internal;

import java.util.Map;
import org.diban.app.performance.Forms;
import org.diban.app.performance.PerformanceProblem;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.kernel.json.JsonObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The definitions of measures for programs. */
@RestController
@RequestMapping("/api/v1/measures")
class MeasureApi {
    private final MeasureCatalogue measures;
    private final Forms forms;

    MeasureApi(MeasureCatalogue measures, Forms forms) {
        this.measures = measures;
        this.forms = forms;
    }

    @GetMapping
    ResponseEntity<String> list() {
        Map<String, Integer> uses = forms.measureUses();
        return FormApi.items(measures.current().stream()
                .map(measure -> entry(measure, uses.getOrDefault(measure.id(), 0)))
                .toList());
    }

    private static JsonObject entry(Measure measure, int uses) {
        return JsonObject.builder()
                .put("id", measure.id())
                .put("version", measure.version())
                .put("digest", measure.key().digest().text())
                .put("zh", measure.name().zh())
                .put("en", measure.name().en())
                .put("kind", measure.kind().name())
                .put("uses", uses)
                .build();
    }

    /** The definition itself, whose digest the list gives. */
    @GetMapping("/{id}")
    ResponseEntity<String> get(@PathVariable String id) {
        return FormApi.json(measures.find(id)
                .orElseThrow(() -> PerformanceProblem.NO_SUCH_MEASURE.exception(id))
                .json());
    }
}
