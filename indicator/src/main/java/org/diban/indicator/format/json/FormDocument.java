package org.diban.indicator.format.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one object of a form's document.
 *
 * @param path where the object stands in the document, for example {@code indicators[2].target}
 */
record FormDocument(String path) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,9})?");
    private static final Pattern QUOTIENT = Pattern.compile("(-?[0-9]{1,5000})(?:/([0-9]{1,5000}))?");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,30}");

    /** Content that does not follow the format. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String path;

        Fault(String path, String message) {
            super(message, null, false, false);
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    Form form(JsonObject json) {
        only(
                json,
                "format",
                "year",
                "project",
                "department",
                "unit",
                "expectedGoals",
                "actualGoals",
                "funds",
                "indicators",
                "style");
        long year = get(json, "year", JsonObject::number);
        if (year < 1000 || year > 9999) {
            throw fault("year", "a year has four digits");
        }
        List<FundRow> funds = each(json, "funds", FormDocument::fund);
        if (!funds.stream().map(FundRow::source).toList().equals(List.of(FundSource.values()))) {
            throw fault("funds", "must be TOTAL, FISCAL, CARRIED_OVER and OTHER, in this order");
        }
        List<Indicator> indicators = each(json, "indicators", FormDocument::indicator);
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : indicators) {
            if (!ids.add(indicator.id())) {
                throw fault("indicators", "the id " + indicator.id() + " occurs twice");
            }
        }
        JsonObject style = get(json, "style", JsonObject::objectOrNull);
        return new Form(
                (int) year,
                text(json, "project"),
                text(json, "department"),
                text(json, "unit"),
                get(json, "expectedGoals", JsonObject::string),
                get(json, "actualGoals", JsonObject::string),
                funds,
                indicators,
                style == null ? PrintStyle.STANDARD : in("style").style(style));
    }

    FundRow fund(JsonObject json) {
        only(json, "source", "initialBudget", "annualBudget", "executed");
        return new FundRow(
                constant(json, "source", FundSource.class),
                money(json, "initialBudget"),
                money(json, "annualBudget"),
                money(json, "executed"));
    }

    Indicator indicator(JsonObject json) {
        only(
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
        String id = text(json, "id");
        if (!ID.matcher(id).matches()) {
            throw fault("id", "must be lower-case letters, digits, - and _");
        }
        JsonObject actual = get(json, "actual", JsonObject::objectOrNull);
        JsonObject measure = get(json, "measure", JsonObject::objectOrNull);
        BigDecimal weight = points(json, "weight");
        if (weight.signum() <= 0) {
            throw fault("weight", "must be above 0");
        }
        String explanation = get(json, "explanation", JsonObject::stringOrNull);
        return new Indicator(
                id,
                text(json, "level1"),
                text(json, "level2"),
                text(json, "level3"),
                in("target").target(get(json, "target", JsonObject::object)),
                actual == null ? null : in("actual").actual(actual),
                weight,
                measure == null ? null : in("measure").measure(measure),
                json.has("deductions") ? each(json, "deductions", FormDocument::deduction) : List.of(),
                explanation == null ? "" : explanation);
    }

    private Target target(JsonObject json) {
        if (json.has("text")) {
            only(json, "text");
            return new Target.Quality(text(json, "text"));
        }
        only(json, "comparison", "value", "unit");
        return new Target.Quantity(
                constant(json, "comparison", Target.Comparison.class),
                decimal(json, "value"),
                get(json, "unit", JsonObject::string));
    }

    private Actual actual(JsonObject json) {
        Actual.Origin origin = constant(json, "origin", Actual.Origin.class);
        if (json.has("attainment")) {
            only(json, "attainment", "origin");
            return new Actual.Quality(constant(json, "attainment", Actual.Attainment.class), origin);
        }
        only(json, "exact", "printed", "unit", "origin");
        return new Actual.Quantity(
                exact(json), decimal(json, "printed"), get(json, "unit", JsonObject::string), origin);
    }

    private MeasureRef measure(JsonObject json) {
        only(json, "id", "version");
        long version = get(json, "version", JsonObject::number);
        if (version < 1 || version > Integer.MAX_VALUE) {
            throw fault("version", "must be at least 1");
        }
        return new MeasureRef(text(json, "id"), (int) version);
    }

    private Deduction deduction(JsonObject json) {
        only(json, "amount", "by", "at", "reason");
        BigDecimal amount = points(json, "amount");
        if (json.has("by") || json.has("at") || json.has("reason")) {
            return new Deduction(amount, text(json, "by"), instant(json), text(json, "reason"));
        }
        return Deduction.unexplained(amount);
    }

    private PrintStyle style(JsonObject json) {
        only(json, "thousands", "ofWhich", "expectedMarkup", "actualMarkup");
        return new PrintStyle(
                get(json, "thousands", JsonObject::bool),
                get(json, "ofWhich", JsonObject::string),
                get(json, "expectedMarkup", JsonObject::strings),
                get(json, "actualMarkup", JsonObject::strings));
    }

    private Fraction exact(JsonObject json) {
        String text = text(json, "exact");
        Matcher quotient = QUOTIENT.matcher(text);
        if (quotient.matches()) {
            String denominator = quotient.group(2) == null ? "1" : quotient.group(2);
            if (denominator.chars().allMatch(c -> c == '0')) {
                throw fault("exact", "the denominator is 0");
            }
            return new Fraction(new BigInteger(quotient.group(1)), new BigInteger(denominator));
        }
        return Fraction.of(decimal(json, "exact"));
    }

    private Instant instant(JsonObject json) {
        try {
            return Instant.parse(text(json, "at"));
        } catch (DateTimeException e) {
            throw fault("at", "must be an instant such as 2024-12-31T16:00:00Z");
        }
    }

    private Money money(JsonObject json, String name) {
        BigDecimal yuan = decimal(json, name);
        if (yuan.scale() > 2 || yuan.signum() < 0) {
            throw fault(name, "must be an amount in 元, not negative, with at most two decimals");
        }
        return new Money(yuan.movePointRight(2).longValueExact());
    }

    private BigDecimal points(JsonObject json, String name) {
        BigDecimal points = decimal(json, name);
        if (points.scale() > 2) {
            throw fault(name, "may have at most two decimals");
        }
        return points.setScale(2);
    }

    private BigDecimal decimal(JsonObject json, String name) {
        String text = get(json, name, JsonObject::string);
        if (!DECIMAL.matcher(text).matches()) {
            throw fault(name, "must be a decimal in digits such as \"95.00\"");
        }
        return new BigDecimal(text);
    }

    private String text(JsonObject json, String name) {
        String text = get(json, name, JsonObject::string);
        if (text.isBlank()) {
            throw fault(name, "must not be empty");
        }
        return text;
    }

    private <E extends Enum<E>> E constant(JsonObject json, String name, Class<E> type) {
        String text = get(json, name, JsonObject::string);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw fault(name, "must be one of " + List.of(type.getEnumConstants()));
    }

    private <T> List<T> each(JsonObject json, String name, BiFunction<FormDocument, JsonObject, T> reader) {
        List<JsonObject> objects = get(json, name, JsonObject::objects);
        List<T> read = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            read.add(reader.apply(in(name + "[" + i + "]"), objects.get(i)));
        }
        return read;
    }

    private <T extends @Nullable Object> T get(JsonObject json, String name, BiFunction<JsonObject, String, T> reader) {
        try {
            return reader.apply(json, name);
        } catch (JsonException e) {
            throw fault(name, String.valueOf(e.getMessage()));
        }
    }

    private void only(JsonObject json, String... names) {
        List<String> known = List.of(names);
        for (String name : json.members().keySet()) {
            if (!known.contains(name)) {
                throw fault(name, "unknown member");
            }
        }
    }

    private FormDocument in(String name) {
        return new FormDocument(path.isEmpty() ? name : path + "." + name);
    }

    private Fault fault(String name, String message) {
        return new Fault(in(name).path(), message);
    }
}
