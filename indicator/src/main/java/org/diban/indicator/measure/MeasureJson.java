package org.diban.indicator.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.number.Rounding;
import org.diban.kernel.problem.Text;

/** Definitions as JSON. The reader refuses members that it does not know, so that nothing in a definition goes unread. */
final class MeasureJson {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "version",
            "name",
            "definition",
            "numerator",
            "denominator",
            "statistic",
            "unit",
            "span",
            "guards",
            "print",
            "direction",
            "evidence",
            "applicability");

    private MeasureJson() {}

    static JsonObject write(Measure measure) {
        return JsonObject.builder()
                .put("id", measure.id())
                .put("version", measure.version())
                .put("name", text(measure.name()))
                .put("definition", text(measure.definition()))
                .put("numerator", text(measure.numerator()))
                .put("denominator", measure.denominator() == null ? null : text(measure.denominator()))
                .put("statistic", statistic(measure.statistic()))
                .put("unit", text(measure.unit()))
                .put("span", word(measure.span()))
                .put("guards", measure.guards().stream().map(MeasureJson::guard).toList())
                .put("print", print(measure.print()))
                .put("direction", word(measure.direction()))
                .put(
                        "evidence",
                        measure.evidence().stream().map(MeasureJson::text).toList())
                .put("applicability", measure.applicability() == null ? null : text(measure.applicability()))
                .build();
    }

    /**
     * Reads a definition.
     *
     * @throws JsonException if it does not follow the schema
     */
    static Measure read(JsonObject json) {
        only(json, MEMBERS);
        String id = json.string("id");
        long version = json.number("version");
        if (!id.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new JsonException("\"" + id + "\" is not an identifier of capitals, digits and underscores");
        }
        if (version < 1 || version > 9999) {
            throw new JsonException("a version is a number from 1 to 9999");
        }
        JsonObject denominator = json.objectOrNull("denominator");
        JsonObject applicability = json.objectOrNull("applicability");
        return new Measure(
                id,
                (int) version,
                text(json.object("name")),
                text(json.object("definition")),
                text(json.object("numerator")),
                denominator == null ? null : text(denominator),
                statistic(json.object("statistic")),
                unit(json.object("unit")),
                constant(Measure.Span.class, json.string("span")),
                json.objects("guards").stream().map(MeasureJson::guard).toList(),
                print(json.object("print")),
                constant(Direction.class, json.string("direction")),
                json.objects("evidence").stream().map(MeasureJson::text).toList(),
                applicability == null ? null : text(applicability));
    }

    static JsonObject statistic(Statistic statistic) {
        JsonObject.Builder out = JsonObject.builder();
        JsonObject.Builder full = switch (statistic) {
            case Statistic.RatioOfSums(Fraction factor) ->
                out.put("type", "ratio-of-sums").put("factor", factor.toString());
            case Statistic.Count(long per) -> out.put("type", "count").put("per", per);
            case Statistic.Sum(long per) -> out.put("type", "sum").put("per", per);
            case Statistic.Maximum _ -> out.put("type", "maximum");
            case Statistic.Mean _ -> out.put("type", "mean");
            case Statistic.MeanOfMeans _ -> out.put("type", "mean-of-means");
            case Statistic.Percentile(int percent) ->
                out.put("type", "percentile").put("percent", percent);
            case Statistic.AllMet _ -> out.put("type", "all-met");
            case Statistic.AtLeastMet(int rows) ->
                out.put("type", "at-least-met").put("rows", rows);
            case Statistic.LatestMet _ -> out.put("type", "latest-met");
            case Statistic.Change(Statistic of) -> out.put("type", "change").put("of", statistic(of));
            case Statistic.AgainstAgreed(Statistic of) ->
                out.put("type", "against-agreed").put("of", statistic(of));
            case Statistic.NoneWorse(Map<String, Direction> figures) -> {
                JsonObject.Builder keys = JsonObject.builder();
                figures.forEach((key, direction) -> keys.put(key, word(direction)));
                yield out.put("type", "none-worse").put("figures", keys.build());
            }
        };
        return full.build();
    }

    private static Statistic statistic(JsonObject json) {
        try {
            return switch (json.string("type")) {
                case "ratio-of-sums" ->
                    new Statistic.RatioOfSums(
                            ExactNumbers.parse(with(json, "factor").string("factor")));
                case "count" -> new Statistic.Count(with(json, "per").number("per"));
                case "sum" -> new Statistic.Sum(with(json, "per").number("per"));
                case "maximum" -> given(json, new Statistic.Maximum());
                case "mean" -> given(json, new Statistic.Mean());
                case "mean-of-means" -> given(json, new Statistic.MeanOfMeans());
                case "percentile" ->
                    new Statistic.Percentile(
                            Math.toIntExact(with(json, "percent").number("percent")));
                case "all-met" -> given(json, new Statistic.AllMet());
                case "at-least-met" ->
                    new Statistic.AtLeastMet(Math.toIntExact(with(json, "rows").number("rows")));
                case "latest-met" -> given(json, new Statistic.LatestMet());
                case "change" -> new Statistic.Change(statistic(with(json, "of").object("of")));
                case "against-agreed" ->
                    new Statistic.AgainstAgreed(statistic(with(json, "of").object("of")));
                case "none-worse" -> {
                    TreeMap<String, Direction> figures = new TreeMap<>();
                    JsonObject keys = with(json, "figures").object("figures");
                    keys.members().keySet().forEach(k -> figures.put(k, constant(Direction.class, keys.string(k))));
                    yield new Statistic.NoneWorse(figures);
                }
                default -> throw new JsonException("unknown statistic \"" + json.string("type") + "\"");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JsonException("the statistic is impossible: " + e.getMessage());
        }
    }

    private static JsonObject guard(Guard guard) {
        JsonObject.Builder out = JsonObject.builder();
        JsonObject.Builder full = switch (guard) {
            case Guard.DistinctBy(Text what) -> out.put("type", "distinct-by").put("what", text(what));
            case Guard.OncePer(Guard.Span span) -> out.put("type", "once-per").put("span", word(span));
            case Guard.ReportsOnMonth _ -> out.put("type", "reports-on-month");
            case Guard.NilReturnEachMonth _ -> out.put("type", "nil-return-each-month");
            case Guard.BaselineRequired _ -> out.put("type", "baseline-required");
            case Guard.AgreedBefore _ -> out.put("type", "agreed-before");
            case Guard.SampleSize _ -> out.put("type", "sample-size");
            case Guard.Words(Text words) -> out.put("type", "words").put("text", text(words));
        };
        return full.build();
    }

    private static Guard guard(JsonObject json) {
        return switch (json.string("type")) {
            case "distinct-by" -> new Guard.DistinctBy(text(with(json, "what").object("what")));
            case "once-per" ->
                new Guard.OncePer(constant(Guard.Span.class, with(json, "span").string("span")));
            case "reports-on-month" -> given(json, new Guard.ReportsOnMonth());
            case "nil-return-each-month" -> given(json, new Guard.NilReturnEachMonth());
            case "baseline-required" -> given(json, new Guard.BaselineRequired());
            case "agreed-before" -> given(json, new Guard.AgreedBefore());
            case "sample-size" -> given(json, new Guard.SampleSize());
            case "words" -> new Guard.Words(text(with(json, "text").object("text")));
            default -> throw new JsonException("unknown guard \"" + json.string("type") + "\"");
        };
    }

    private static JsonObject print(PrintRule rule) {
        return JsonObject.builder()
                .put("rounding", word(rule.rounding()))
                .put("scale", rule.scale())
                .build();
    }

    private static PrintRule print(JsonObject json) {
        only(json, Set.of("rounding", "scale"));
        long scale = json.number("scale");
        if (scale < 0 || scale > 9) {
            throw new JsonException("a figure is printed with 0 to 9 decimals");
        }
        return new PrintRule(constant(Rounding.class, json.string("rounding")), (int) scale);
    }

    static JsonObject text(Text text) {
        return JsonObject.builder().put("zh", text.zh()).put("en", text.en()).build();
    }

    private static Text text(JsonObject json) {
        Text text = unit(json);
        if (text.zh().isBlank() || text.en().isBlank()) {
            throw new JsonException("a text needs words in both languages");
        }
        return text;
    }

    private static Text unit(JsonObject json) {
        only(json, Set.of("zh", "en"));
        return new Text(json.string("zh"), json.string("en"));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return List.of(type.getEnumConstants()).stream()
                .filter(c -> word(c).equals(word))
                .findFirst()
                .orElseThrow(() -> new JsonException("unknown word \"" + word + "\""));
    }

    private static JsonObject with(JsonObject json, String member) {
        return given(json, json, member);
    }

    private static <T> T given(JsonObject json, T value, String... more) {
        only(json, more.length == 0 ? Set.of("type") : Set.of("type", more[0]));
        return value;
    }

    static void only(JsonObject json, Set<String> allowed) {
        for (Map.Entry<String, JsonValue> member : json.members().entrySet()) {
            if (!allowed.contains(member.getKey())) {
                throw new JsonException("unknown member \"" + member.getKey() + "\"");
            }
        }
    }
}
