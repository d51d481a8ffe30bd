package org.diban.app.performance.internal;

import org.diban.indicator.review.Finding;
import org.diban.indicator.review.FormName;
import org.diban.indicator.review.Severity;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Text;

/** A finding as it is stored and as the interface hands it out. */
final class FindingJson {
    private FindingJson() {}

    static JsonObject write(Finding finding) {
        return JsonObject.builder()
                .put("rule", finding.rule())
                .put("severity", finding.severity().name())
                .put("form", finding.form().key())
                .put("year", finding.form().year())
                .put("project", finding.form().project())
                .put("department", finding.form().department())
                .put("indicator", finding.indicator())
                .put("field", finding.field())
                .put("figure", finding.figure())
                .put("neighbour", finding.neighbour())
                .put("zh", finding.message().zh())
                .put("en", finding.message().en())
                .build();
    }

    static Finding read(String text) {
        JsonObject json = JsonReader.readObject(text);
        return new Finding(
                json.string("rule"),
                Severity.valueOf(json.string("severity")),
                new FormName(
                        json.string("form"),
                        Math.toIntExact(json.number("year")),
                        json.string("project"),
                        json.string("department")),
                json.stringOrNull("indicator"),
                json.string("field"),
                json.string("figure"),
                json.string("neighbour"),
                new Text(json.string("zh"), json.string("en")));
    }
}
