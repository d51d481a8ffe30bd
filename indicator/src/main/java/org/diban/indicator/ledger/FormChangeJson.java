package org.diban.indicator.ledger;

import java.math.BigDecimal;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.measure.MeasureResult;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/** The bodies of the facts of a form. The reader refuses members that it does not know. */
final class FormChangeJson {
    private FormChangeJson() {}

    static JsonObject write(FormChange change) {
        JsonObject.Builder out = JsonObject.builder();
        JsonObject.Builder full = switch (change) {
            case FormChange.Opened(Form form, EvidenceFile source, RuleRef rules) ->
                out.put("form", FormJson.write(form))
                        .put("source", source == null ? null : source.json())
                        .put("rules", rules.json());
            case FormChange.Revised r ->
                out.put("project", r.project())
                        .put("department", r.department())
                        .put("unit", r.unit())
                        .put("expectedGoals", r.expectedGoals())
                        .put("actualGoals", r.actualGoals())
                        .put(
                                "indicators",
                                r.indicators().stream().map(FormJson::indicator).toList());
            case FormChange.MoneyEntered(FundRow row) -> out.put("row", FormJson.fund(row));
            case FormChange.FigureEntered f ->
                out.put("indicator", f.indicator())
                        .put("value", f.value().json())
                        .put("period", Members.period(f.period()))
                        .put("measure", f.measure() == null ? null : f.measure().json())
                        .put("files", f.files().stream().map(EvidenceFile::json).toList())
                        .put("note", f.note());
            case FormChange.FigureMeasured(String indicator, MeasureResult result, BigDecimal printed) ->
                out.put("indicator", indicator)
                        .put("result", result.json())
                        .put("printed", printed == null ? null : printed.toPlainString());
            case FormChange.FigureWithdrawn(String indicator, String reason) ->
                out.put("indicator", indicator).put("reason", reason);
            case FormChange.ExplanationRecorded(String indicator, String text) ->
                out.put("indicator", indicator).put("text", text);
            case FormChange.DeductionRecorded d ->
                out.put("indicator", d.indicator())
                        .put("amount", d.amount().toPlainString())
                        .put("reason", d.reason())
                        .put("explains", d.explains());
            case FormChange.DeductionWithdrawn d ->
                out.put("indicator", d.indicator())
                        .put("deduction", d.deduction())
                        .put("reason", d.reason());
            case FormChange.RulesChosen(RuleRef rules) -> out.put("rules", rules.json());
            case FormChange.Finalised f ->
                out.put("statement", f.statement())
                        .put("scores", f.scores())
                        .put("signature", f.signature().json());
            case FormChange.Reopened(String reason) -> out.put("reason", reason);
        };
        return full.build();
    }

    static FormChange read(String kind, JsonObject body) {
        try {
            return parse(kind, body);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JsonException("impossible content: " + e.getMessage());
        }
    }

    private static FormChange parse(String kind, JsonObject body) {
        return switch (kind) {
            case "form.opened" -> {
                Members.only(body, "form", "source", "rules");
                JsonObject source = body.objectOrNull("source");
                yield new FormChange.Opened(
                        form(body.object("form")),
                        source == null ? null : EvidenceFile.of(source),
                        RuleRef.of(body.object("rules")));
            }
            case "form.revised" -> {
                Members.only(body, "project", "department", "unit", "expectedGoals", "actualGoals", "indicators");
                yield new FormChange.Revised(
                        body.string("project"),
                        body.string("department"),
                        body.string("unit"),
                        body.string("expectedGoals"),
                        body.string("actualGoals"),
                        body.objects("indicators").stream()
                                .map(FormJson::readIndicator)
                                .toList());
            }
            case "money.entered" -> {
                Members.only(body, "row");
                yield new FormChange.MoneyEntered(FormJson.readFund(body.object("row")));
            }
            case "figure.entered" -> {
                Members.only(body, "indicator", "value", "period", "measure", "files", "note");
                JsonObject measure = body.objectOrNull("measure");
                yield new FormChange.FigureEntered(
                        body.string("indicator"),
                        FigureValue.of(body.object("value")),
                        Members.period(body.object("period")),
                        measure == null ? null : MeasureKey.of(measure),
                        body.objects("files").stream().map(EvidenceFile::of).toList(),
                        body.string("note"));
            }
            case "figure.measured" -> {
                Members.only(body, "indicator", "result", "printed");
                String printed = body.stringOrNull("printed");
                yield new FormChange.FigureMeasured(
                        body.string("indicator"),
                        MeasureResult.of(body.object("result")),
                        printed == null ? null : Members.decimal(printed));
            }
            case "figure.withdrawn" -> {
                Members.only(body, "indicator", "reason");
                yield new FormChange.FigureWithdrawn(body.string("indicator"), body.string("reason"));
            }
            case "explanation.recorded" -> {
                Members.only(body, "indicator", "text");
                yield new FormChange.ExplanationRecorded(body.string("indicator"), body.string("text"));
            }
            case "deduction.recorded" -> {
                Members.only(body, "indicator", "amount", "reason", "explains");
                yield new FormChange.DeductionRecorded(
                        body.string("indicator"),
                        Members.decimal(body.string("amount")),
                        body.string("reason"),
                        body.bool("explains"));
            }
            case "deduction.withdrawn" -> {
                Members.only(body, "indicator", "deduction", "reason");
                yield new FormChange.DeductionWithdrawn(
                        body.string("indicator"), body.number("deduction"), body.string("reason"));
            }
            case "rules.chosen" -> {
                Members.only(body, "rules");
                yield new FormChange.RulesChosen(RuleRef.of(body.object("rules")));
            }
            case "form.finalised" -> {
                Members.only(body, "statement", "scores", "signature");
                yield new FormChange.Finalised(
                        body.object("statement"), body.object("scores"), FormSignature.of(body.object("signature")));
            }
            case "form.reopened" -> {
                Members.only(body, "reason");
                yield new FormChange.Reopened(body.string("reason"));
            }
            default -> throw new JsonException("a form has no facts of kind \"" + kind + "\"");
        };
    }

    private static Form form(JsonObject json) {
        JsonForm read = FormJson.read(json, "form");
        if (read.form() == null) {
            throw new JsonException(read.problems().getFirst().message().en());
        }
        return read.form();
    }
}
