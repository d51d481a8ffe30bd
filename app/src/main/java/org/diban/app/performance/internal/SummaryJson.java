package org.diban.app.performance.internal;

import org.diban.app.performance.FormSummary;
import org.diban.kernel.json.JsonObject;

/** A form in a list, as the interface hands it out. Amounts are whole 分, decimals are texts. */
final class SummaryJson {
    private SummaryJson() {}

    static JsonObject write(FormSummary form) {
        return JsonObject.builder()
                .put("id", form.id())
                .put("organisation", form.organisation())
                .put("year", form.year())
                .put("project", form.project())
                .put("department", form.department())
                .put("unit", form.unit())
                .put("state", form.state().name())
                .put("version", form.version())
                .put("score", form.score().toPlainString())
                .put("grade", form.grade())
                .put("rate", form.rate().toPlainString())
                .put("initialBudget", form.initialBudget().fen())
                .put("annualBudget", form.annualBudget().fen())
                .put("executed", form.executed().fen())
                .put(
                        "coverage",
                        JsonObject.builder()
                                .put("measured", form.coverage().measured())
                                .put("entered", form.coverage().entered())
                                .put("missing", form.coverage().missing())
                                .build())
                .put(
                        "findings",
                        JsonObject.builder()
                                .put("errors", form.findings().errors())
                                .put("warnings", form.findings().warnings())
                                .put("notes", form.findings().notes())
                                .build())
                .put("unexplained", form.unexplained())
                .put("synthetic", form.synthetic())
                .put("changed", form.changed().toString())
                .build();
    }
}
