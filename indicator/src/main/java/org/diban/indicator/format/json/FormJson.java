package org.diban.indicator.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;

/** The writer and reader of forms in JSON. */
public final class FormJson {
    /** The format that is written, and the only one that is read. */
    public static final String FORMAT = "diban-form/1";

    /** The largest document that is read: 16 MB. */
    public static final int LIMIT = 16 * 1024 * 1024;

    private static final int FEN_DIGITS = 2;

    private FormJson() {}

    /** The document of a form. */
    public static JsonObject write(Form form) {
        return JsonObject.builder()
                .put("format", FORMAT)
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
                .put("style", form.style().equals(PrintStyle.STANDARD) ? null : style(form.style()))
                .build();
    }

    /** A row of funds as it stands in a document. */
    public static JsonObject fund(FundRow row) {
        return JsonObject.builder()
                .put("source", row.source().name())
                .put("initialBudget", yuan(row.initialBudget()))
                .put("annualBudget", yuan(row.annualBudget()))
                .put("executed", yuan(row.executed()))
                .build();
    }

    private static String yuan(Money money) {
        return BigDecimal.valueOf(money.fen(), FEN_DIGITS).toPlainString();
    }

    /** A row of the indicator table as it stands in a document. */
    public static JsonObject indicator(Indicator indicator) {
        JsonObject.Builder out = JsonObject.builder()
                .put("id", indicator.id())
                .put("level1", indicator.level1())
                .put("level2", indicator.level2())
                .put("level3", indicator.level3())
                .put("target", target(indicator.target()))
                .put("weight", indicator.weight().toPlainString());
        if (indicator.actual() != null) {
            out.put("actual", actual(indicator.actual()));
        }
        if (indicator.measure() != null) {
            out.put(
                    "measure",
                    JsonObject.builder()
                            .put("id", indicator.measure().id())
                            .put("version", indicator.measure().version())
                            .build());
        }
        if (!indicator.deductions().isEmpty()) {
            out.put(
                    "deductions",
                    indicator.deductions().stream().map(FormJson::deduction).toList());
        }
        if (!indicator.explanation().isEmpty()) {
            out.put("explanation", indicator.explanation());
        }
        return out.build();
    }

    private static JsonObject target(Target target) {
        return switch (target) {
            case Target.Quantity number ->
                JsonObject.builder()
                        .put("comparison", number.comparison().name())
                        .put("value", number.value().toPlainString())
                        .put("unit", number.unit())
                        .build();
            case Target.Quality words ->
                JsonObject.builder().put("text", words.text()).build();
        };
    }

    private static JsonObject actual(Actual actual) {
        return switch (actual) {
            case Actual.Quantity number ->
                JsonObject.builder()
                        .put("exact", number.exact().toString())
                        .put("printed", number.printed().toPlainString())
                        .put("unit", number.unit())
                        .put("origin", number.origin().name())
                        .build();
            case Actual.Quality judged ->
                JsonObject.builder()
                        .put("attainment", judged.attainment().name())
                        .put("origin", judged.origin().name())
                        .build();
        };
    }

    private static JsonObject deduction(Deduction deduction) {
        return JsonObject.builder()
                .put("amount", deduction.amount().toPlainString())
                .put("by", deduction.by())
                .put("at", deduction.at() == null ? null : deduction.at().toString())
                .put("reason", deduction.reason())
                .build();
    }

    private static JsonObject style(PrintStyle style) {
        return JsonObject.builder()
                .put("thousands", style.thousands())
                .put("ofWhich", style.ofWhich())
                .put("expectedMarkup", JsonArray.ofStrings(style.expectedMarkup()))
                .put("actualMarkup", JsonArray.ofStrings(style.actualMarkup()))
                .build();
    }

    /**
     * Reads a document. Reads at most one byte more than {@link #LIMIT}.
     *
     * @param in the bytes; not closed
     * @param file the name a person knows the file by
     * @throws IOException if the bytes cannot be read
     */
    public static JsonForm read(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            return refused(JsonProblem.TOO_LARGE.at(Location.file(file), LIMIT / (1024 * 1024)));
        }
        try {
            return read(JsonReader.readObject(bytes), file);
        } catch (JsonException e) {
            Location at = new Location(file, e.line(), e.column(), null);
            return refused(JsonProblem.NOT_JSON.at(at, String.valueOf(e.getMessage())));
        }
    }

    /**
     * Reads a document.
     *
     * @param file the name a person knows the file by
     */
    public static JsonForm read(JsonObject json, String file) {
        String format = json.get("format") instanceof JsonValue.JsonString(String text) ? text : "";
        if (!format.equals(FORMAT)) {
            return refused(JsonProblem.OTHER_FORMAT.at(Location.file(file), format));
        }
        try {
            return new JsonForm(new FormDocument("").form(json), List.of());
        } catch (FormDocument.Fault fault) {
            return refused(JsonProblem.BAD_MEMBER.at(
                    new Location(file, 0, 0, fault.path()), String.valueOf(fault.getMessage()), fault.path()));
        }
    }

    /**
     * Reads what {@link #fund} writes.
     *
     * @throws JsonException if it does not follow the format
     */
    public static FundRow readFund(JsonObject json) {
        try {
            return new FormDocument("").fund(json);
        } catch (FormDocument.Fault fault) {
            throw new JsonException(fault.getMessage() + " at " + fault.path());
        }
    }

    /**
     * Reads what {@link #indicator} writes.
     *
     * @throws JsonException if it does not follow the format
     */
    public static Indicator readIndicator(JsonObject json) {
        try {
            return new FormDocument("").indicator(json);
        } catch (FormDocument.Fault fault) {
            throw new JsonException(fault.getMessage() + " at " + fault.path());
        }
    }

    private static JsonForm refused(Problem problem) {
        return new JsonForm(null, List.of(problem));
    }
}
