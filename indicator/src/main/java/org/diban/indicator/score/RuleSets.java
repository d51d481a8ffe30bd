package org.diban.indicator.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;

/** The rule sets that Diban knows, read from their resource files, and the reader of others. */
public final class RuleSets {
    /** Every shipped rule set, the default first. */
    private static final List<String> FILES = List.of("standard-1", "threshold-1", "banded-1", "all-or-nothing-1");

    private static final List<RuleSet> SHIPPED =
            FILES.stream().map(RuleSets::load).toList();

    private RuleSets() {}

    /** Every shipped rule set, the default first. */
    public static List<RuleSet> all() {
        return SHIPPED;
    }

    /** The default: linear execution, proportional numbers. The eleven forms it was learnt from follow it in all 44 rows of funds. */
    public static RuleSet standard() {
        return SHIPPED.getFirst();
    }

    /** The latest shipped version of a rule set. */
    public static Optional<RuleSet> find(String id) {
        return SHIPPED.stream()
                .filter(rules -> rules.id().equals(id))
                .reduce((one, other) -> one.version() > other.version() ? one : other);
    }

    /** One shipped version of a rule set. */
    public static Optional<RuleSet> find(String id, int version) {
        return SHIPPED.stream()
                .filter(rules -> rules.id().equals(id) && rules.version() == version)
                .findFirst();
    }

    /**
     * Reads a rule set of format {@code diban-rules/1}, described in {@code docs/reference/scoring.md}.
     *
     * @throws org.diban.kernel.json.JsonException if it is not one
     */
    public static RuleSet parse(JsonObject json) {
        if (!json.string("format").equals("diban-rules/1")) {
            throw new JsonException("member \"format\" must be \"diban-rules/1\"");
        }
        JsonObject execution = json.object("execution");
        JsonObject satisfaction = json.objectOrNull("satisfaction");
        Map<Attainment, RuleSet.QualityBand> qualitative = new EnumMap<>(Attainment.class);
        for (Attainment attainment : Attainment.values()) {
            JsonObject band = json.object("qualitative").object(attainment.name());
            qualitative.put(
                    attainment,
                    new RuleSet.QualityBand(
                            percent(band.string("computed")),
                            percent(band.string("floor")),
                            percent(band.string("ceiling"))));
        }
        List<RuleSet.Grade> grades = json.objects("grades").stream()
                .map(grade -> new RuleSet.Grade(new BigDecimal(grade.string("from")), text(grade)))
                .toList();
        List<Map<String, BigDecimal>> levels = new ArrayList<>();
        for (JsonObject set : json.objects("levels")) {
            Map<String, BigDecimal> weights = new LinkedHashMap<>();
            set.members().keySet().forEach(level -> weights.put(level, new BigDecimal(set.string(level))));
            levels.add(weights);
        }
        return new RuleSet(
                json.string("id"),
                Math.toIntExact(json.number("version")),
                text(json.object("title")),
                new BigDecimal(execution.string("weight")),
                curve(execution.object("curve")),
                curve(json.object("quantitative")),
                satisfaction == null ? null : curve(satisfaction),
                qualitative,
                grades,
                levels);
    }

    private static Curve curve(JsonObject json) {
        return switch (json.string("kind")) {
            case "linear" -> new Curve.Linear();
            case "all-or-nothing" -> new Curve.AllOrNothing();
            case "threshold" -> new Curve.PassThreshold(percent(json.string("threshold")));
            case "bands" ->
                new Curve.Bands(json.objects("bands").stream()
                        .map(band -> new Curve.Band(percent(band.string("from")), percent(band.string("share"))))
                        .toList());
            default -> throw new JsonException("member \"kind\" must be linear, all-or-nothing, threshold or bands");
        };
    }

    private static Fraction percent(String decimal) {
        return Fraction.parse(decimal).dividedBy(Fraction.HUNDRED);
    }

    private static Text text(JsonObject json) {
        return new Text(json.string("zh"), json.string("en"));
    }

    private static RuleSet load(String name) {
        try (InputStream in = RuleSets.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the rule set " + name + " is not packed");
            }
            return parse(JsonReader.readObject(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
