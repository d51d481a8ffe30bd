package org.diban.indicator.ledger;

import java.util.List;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.indicator.measure.ExactNumbers;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Money;

/** A form as canonical JSON. */
final class FormJson {
    private FormJson() {}

    static JsonObject write(Form form) {
        return JsonObject.builder()
                .put("year", form.year())
                .put("project", form.project())
                .put("department", form.department())
                .put("unit", form.unit())
                .put("expectedGoals", form.expectedGoals())
                .put("actualGoals", form.actualGoals())
                .put("funds", form.funds().stream().map(FormJson::fund).toList())
                .put(
                        "indicators",
                        form.indicators().stream().map(FormJson::indicator).toList())
                .put("style", style(form.style()))
                .build();
    }

    static Form read(JsonObject json) {
        Members.only(
                json,
                "year",
                "project",
                "department",
                "unit",
                "expectedGoals",
                "actualGoals",
                "funds",
                "indicators",
                "style");
        return new Form(
                Math.toIntExact(json.number("year")),
                json.string("project"),
                json.string("department"),
                json.string("unit"),
                json.string("expectedGoals"),
                json.string("actualGoals"),
                json.objects("funds").stream().map(FormJson::fund).toList(),
                json.objects("indicators").stream().map(FormJson::indicator).toList(),
                style(json.object("style")));
    }

    static JsonObject fund(FundRow row) {
        return JsonObject.builder()
                .put("source", Members.word(row.source()))
                .put("initialBudget", fen(row.initialBudget()))
                .put("annualBudget", fen(row.annualBudget()))
                .put("executed", fen(row.executed()))
                .build();
    }

    static FundRow fund(JsonObject json) {
        Members.only(json, "source", "initialBudget", "annualBudget", "executed");
        return new FundRow(
                Members.constant(FundSource.class, json.string("source")),
                money(json.string("initialBudget")),
                money(json.string("annualBudget")),
                money(json.string("executed")));
    }

    private static String fen(Money money) {
        return Long.toString(money.fen());
    }

    private static Money money(String fen) {
        try {
            return new Money(Members.decimal(fen).longValueExact());
        } catch (ArithmeticException e) {
            throw new JsonException("\"" + fen + "\" is not an amount in whole 分");
        }
    }

    static JsonObject indicator(Indicator indicator) {
        MeasureRef measure = indicator.measure();
        Actual actual = indicator.actual();
        return JsonObject.builder()
                .put("id", indicator.id())
                .put("level1", indicator.level1())
                .put("level2", indicator.level2())
                .put("level3", indicator.level3())
                .put("target", target(indicator.target()))
                .put("actual", actual == null ? null : actual(actual))
                .put("weight", indicator.weight().toPlainString())
                .put(
                        "measure",
                        measure == null
                                ? null
                                : JsonObject.builder()
                                        .put("id", measure.id())
                                        .put("version", measure.version())
                                        .build())
                .put(
                        "deductions",
                        indicator.deductions().stream().map(FormJson::deduction).toList())
                .put("explanation", indicator.explanation())
                .build();
    }

    static Indicator indicator(JsonObject json) {
        Members.only(
                json,
                "id",
                "level1",
                "level2",
                "level3",
                "target",
                "actual",
                "weight",
                "measure",
                "deductions",
                "explanation");
        JsonObject actual = json.objectOrNull("actual");
        JsonObject measure = json.objectOrNull("measure");
        return new Indicator(
                json.string("id"),
                json.string("level1"),
                json.string("level2"),
                json.string("level3"),
                target(json.object("target")),
                actual == null ? null : actual(actual),
                Members.decimal(json.string("weight")),
                measure == null
                        ? null
                        : new MeasureRef(measure.string("id"), Math.toIntExact(measure.number("version"))),
                json.objects("deductions").stream().map(FormJson::deduction).toList(),
                json.string("explanation"));
    }

    private static JsonObject target(Target target) {
        return switch (target) {
            case Target.Quantity q ->
                JsonObject.builder()
                        .put("comparison", Members.word(q.comparison()))
                        .put("value", q.value().toPlainString())
                        .put("unit", q.unit())
                        .build();
            case Target.Quality q -> JsonObject.builder().put("text", q.text()).build();
        };
    }

    private static Target target(JsonObject json) {
        if (json.has("text")) {
            Members.only(json, "text");
            return new Target.Quality(json.string("text"));
        }
        Members.only(json, "comparison", "value", "unit");
        return new Target.Quantity(
                Members.constant(Target.Comparison.class, json.string("comparison")),
                Members.decimal(json.string("value")),
                json.string("unit"));
    }

    private static JsonObject actual(Actual actual) {
        JsonObject.Builder out = JsonObject.builder().put("origin", Members.word(actual.origin()));
        return switch (actual) {
            case Actual.Quantity q ->
                out.put("exact", q.exact().toString())
                        .put("printed", q.printed().toPlainString())
                        .put("unit", q.unit())
                        .build();
            case Actual.Quality q ->
                out.put("attainment", Members.word(q.attainment())).build();
        };
    }

    private static Actual actual(JsonObject json) {
        Actual.Origin origin = Members.constant(Actual.Origin.class, json.string("origin"));
        if (json.has("attainment")) {
            Members.only(json, "attainment", "origin");
            return new Actual.Quality(Members.constant(Actual.Attainment.class, json.string("attainment")), origin);
        }
        Members.only(json, "exact", "printed", "unit", "origin");
        return new Actual.Quantity(
                ExactNumbers.parse(json.string("exact")),
                Members.decimal(json.string("printed")),
                json.string("unit"),
                origin);
    }

    private static JsonObject deduction(Deduction deduction) {
        return JsonObject.builder()
                .put("amount", deduction.amount().toPlainString())
                .put("by", deduction.by())
                .put("at", deduction.at() == null ? null : deduction.at().toString())
                .put("reason", deduction.reason())
                .build();
    }

    private static Deduction deduction(JsonObject json) {
        Members.only(json, "amount", "by", "at", "reason");
        String at = json.stringOrNull("at");
        return new Deduction(
                Members.decimal(json.string("amount")),
                json.stringOrNull("by"),
                at == null ? null : Members.instant(at),
                json.stringOrNull("reason"));
    }

    private static JsonObject style(PrintStyle style) {
        return JsonObject.builder()
                .put("thousands", style.thousands())
                .put("ofWhich", style.ofWhich())
                .put("expectedMarkup", JsonArray.ofStrings(style.expectedMarkup()))
                .put("actualMarkup", JsonArray.ofStrings(style.actualMarkup()))
                .build();
    }

    private static PrintStyle style(JsonObject json) {
        Members.only(json, "thousands", "ofWhich", "expectedMarkup", "actualMarkup");
        List<String> expected = json.strings("expectedMarkup");
        return new PrintStyle(json.bool("thousands"), json.string("ofWhich"), expected, json.strings("actualMarkup"));
    }
}
