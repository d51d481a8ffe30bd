package org.diban.indicator.format.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.ReviewSummary;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.problem.Text;

/** Findings as one JSON object: {@code findings}, then {@code forms}, {@code counts} by rule and {@code incomplete}, the reasons why there may be more. */
public final class JsonFindings implements FindingsWriter {
    private final OutputStream out;
    private String before = "\n";

    /** Begins the object. */
    public JsonFindings(OutputStream out) throws IOException {
        this.out = out;
        text("{\"findings\":[");
    }

    @Override
    public void write(Finding finding) throws IOException {
        text(before + json(finding));
        before = ",\n";
    }

    @Override
    public void finish(ReviewSummary summary) throws IOException {
        JsonObject.Builder counts = JsonObject.builder();
        summary.findings().forEach(counts::put);
        text("],\n\"counts\":" + counts.build() + ",\n\"forms\":" + summary.forms() + ",\n\"incomplete\":[");
        String separator = "";
        for (var problem : summary.problems()) {
            text(separator + json(problem.message()));
            separator = ",";
        }
        text("]}\n");
        out.flush();
    }

    private static JsonObject json(Finding finding) {
        return JsonObject.builder()
                .put("rule", finding.rule())
                .put("severity", finding.severity().name())
                .put("project", finding.form().project())
                .put("year", finding.form().year())
                .put("department", finding.form().department())
                .put("indicator", finding.indicator())
                .put("field", finding.field())
                .put("figure", finding.figure())
                .put("neighbour", finding.neighbour())
                .put("message", json(finding.message()))
                .put("place", finding.form().key())
                .build();
    }

    private static JsonValue json(Text text) {
        return JsonObject.builder().put("zh", text.zh()).put("en", text.en()).build();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
