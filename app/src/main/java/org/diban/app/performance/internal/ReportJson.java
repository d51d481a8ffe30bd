package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.util.List;
import org.diban.app.performance.ImportReport;
import org.diban.app.performance.ImportReport.Difference;
import org.diban.app.performance.ImportReport.Entry;
import org.diban.app.performance.ImportReport.Unexplained;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** The report of an import as it is stored and as the interface hands it out. */
final class ReportJson {
    private ReportJson() {}

    static JsonObject write(ImportReport report) {
        return JsonObject.builder()
                .put("forms", report.forms())
                .put("cells", report.cells())
                .put("differences", report.differences())
                .put("unexplained", report.unexplained())
                .put("problems", report.problems())
                .put("entries", report.entries().stream().map(ReportJson::entry).toList())
                .put(
                        "details",
                        report.details().stream().map(ReportJson::problem).toList())
                .build();
    }

    static ImportReport read(String text) {
        JsonObject json = JsonReader.readObject(text);
        return new ImportReport(
                Math.toIntExact(json.number("forms")),
                Math.toIntExact(json.number("cells")),
                Math.toIntExact(json.number("differences")),
                Math.toIntExact(json.number("unexplained")),
                Math.toIntExact(json.number("problems")),
                json.objects("entries").stream().map(ReportJson::entry).toList(),
                json.objects("details").stream().map(ReportJson::problem).toList());
    }

    private static JsonObject entry(Entry entry) {
        return JsonObject.builder()
                .put("place", entry.place())
                .put("project", entry.project())
                .put("year", entry.year())
                .put("printed", entry.printed().toPlainString())
                .put("computed", entry.computed().toPlainString())
                .put("grade", entry.grade())
                .put(
                        "differences",
                        entry.differences().stream()
                                .map(d -> JsonObject.builder()
                                        .put("place", d.place())
                                        .put("read", d.read())
                                        .put("printed", d.printed())
                                        .build())
                                .toList())
                .put(
                        "deductions",
                        entry.deductions().stream()
                                .map(d -> JsonObject.builder()
                                        .put("place", d.place())
                                        .put("indicator", d.indicator())
                                        .put("computed", d.computed().toPlainString())
                                        .put("printed", d.printed().toPlainString())
                                        .build())
                                .toList())
                .build();
    }

    private static Entry entry(JsonObject json) {
        List<Difference> differences = json.objects("differences").stream()
                .map(d -> new Difference(d.string("place"), d.string("read"), d.string("printed")))
                .toList();
        List<Unexplained> deductions = json.objects("deductions").stream()
                .map(d -> new Unexplained(
                        d.string("place"),
                        d.string("indicator"),
                        new BigDecimal(d.string("computed")),
                        new BigDecimal(d.string("printed"))))
                .toList();
        return new Entry(
                json.string("place"),
                json.string("project"),
                Math.toIntExact(json.number("year")),
                new BigDecimal(json.string("printed")),
                new BigDecimal(json.string("computed")),
                json.string("grade"),
                differences,
                deductions);
    }

    static JsonObject problem(Problem problem) {
        Location place = problem.location();
        return JsonObject.builder()
                .put("code", problem.code())
                .put("kind", problem.kind().name())
                .put("zh", problem.message().zh())
                .put("en", problem.message().en())
                .put("file", place.file())
                .put("line", place.line())
                .put("column", place.column())
                .put("field", place.field())
                .build();
    }

    private static Problem problem(JsonObject json) {
        @Nullable String file = json.stringOrNull("file");
        return new Problem(
                json.string("code"),
                ProblemKind.valueOf(json.string("kind")),
                new Text(json.string("zh"), json.string("en")),
                new Location(
                        file,
                        Math.toIntExact(json.number("line")),
                        Math.toIntExact(json.number("column")),
                        json.stringOrNull("field")));
    }
}
