package org.diban.indicator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EvaluationTest {
    private static final MeasureCatalogue STANDARD = MeasureCatalogue.standard();
    private static final Period YEAR = Period.year(2024);
    private static final Instant NOON = Instant.parse("2024-06-01T04:00:00Z");

    @TestFactory
    List<DynamicTest> the_figure_of_rows() throws IOException {
        try (var in = EvaluationTest.class.getResourceAsStream("evaluations.json")) {
            assertThat(in).isNotNull();
            JsonObject file = JsonReader.readObject(in.readAllBytes());
            Period period = new Period(
                    Instant.parse(file.object("period").string("start")),
                    Instant.parse(file.object("period").string("end")));
            assertThat(period).isEqualTo(YEAR);
            return file.objects("cases").stream()
                    .map(c -> DynamicTest.dynamicTest(c.string("name"), () -> check(c)))
                    .toList();
        }
    }

    private static void check(JsonObject c) {
        Measure measure = measure(c.string("measure"));
        String observed = c.stringOrNull("other") == null ? measure.id() : c.string("other");
        List<Fact> rows = new ArrayList<>();
        for (JsonObject observation : c.objects("rows")) {
            rows.add(row(rows.size(), observed, observation, null));
        }
        for (int i = 0; i < c.numberOr("answers", 0); i++) {
            rows.add(row(rows.size(), observed, json("{\"key\":\"t" + i + "\",\"num\":\"80\",\"den\":\"100\"}"), null));
        }
        for (int month = 1; month <= c.numberOr("nilMonths", 0); month++) {
            rows.add(row(
                    rows.size(), observed, json("{\"role\":\"nil\",\"key\":\"2024-%02d\"}".formatted(month)), null));
        }
        MeasureResult result = MeasureResult.of(measure, YEAR, Scope.DISTRICT, NOON, rows);
        assertThat(MeasureResult.of(result.json())).isEqualTo(result);
        switch (result) {
            case MeasureResult.Missing _ -> assertThat(c.has("missing")).isTrue();
            case MeasureResult.NotComputable n -> {
                assertThat(MeasureJson.word(n.reason())).isEqualTo(c.stringOrNull("reason"));
                if (c.has("detail")) {
                    assertThat(n.detail()).isEqualTo(c.string("detail"));
                }
            }
            case MeasureResult.Computed computed -> {
                switch (computed.value()) {
                    case Outcome.Value.Number(Fraction exact) ->
                        assertThat(exact.toString()).isEqualTo(c.stringOrNull("value"));
                    case Outcome.Value.Judgement(var attainment) ->
                        assertThat(MeasureJson.word(attainment)).isEqualTo(c.stringOrNull("attainment"));
                }
                if (c.has("numerator")) {
                    assertThat(computed.numerator().toString()).isEqualTo(c.string("numerator"));
                    assertThat(computed.denominator().toString()).isEqualTo(c.string("denominator"));
                }
                assertThat(computed.rows().size()).isEqualTo(rows.size());
            }
        }
    }

    @Test
    void a_correction_takes_the_place_of_its_row_and_a_correction_without_an_observation_takes_it_out() {
        List<Fact> rows = List.of(
                row(0, "AVAIL", json("{\"num\":\"0\",\"den\":\"10\"}"), null),
                row(1, "AVAIL", json("{\"num\":\"10\",\"den\":\"10\"}"), null),
                row(2, "AVAIL", json("{\"num\":\"7\",\"den\":\"10\"}"), new FactRef("probe/one", 0)),
                row(3, "AVAIL", json("{\"num\":\"9\",\"den\":\"10\"}"), new FactRef("probe/one", 2)),
                row(4, "LOSS", json("{\"num\":\"0\",\"den\":\"1\"}"), new FactRef("probe/one", 1)));
        MeasureResult result = MeasureResult.of(measure("AVAIL"), YEAR, Scope.DISTRICT, NOON, rows);
        assertThat(result).isInstanceOfSatisfying(MeasureResult.Computed.class, c -> {
            assertThat(c.value()).isEqualTo(new Outcome.Value.Number(Fraction.of(90)));
            assertThat(c.rows().superseded())
                    .containsExactly(
                            new FactRef("probe/one", 0), new FactRef("probe/one", 2), new FactRef("probe/one", 1));
            assertThat(c.rows().ranges()).containsExactly(new RowRange("probe/one", 0, 5));
        });
    }

    @Test
    void a_declaration_that_hides_a_row_or_forgets_a_correction_is_found_out() {
        Fact low = row(0, "AVAIL", json("{\"num\":\"0\",\"den\":\"10\"}"), null);
        Fact high = row(1, "AVAIL", json("{\"num\":\"10\",\"den\":\"10\"}"), null);
        Evaluation hiding = new Evaluation(measure("AVAIL"), YEAR, Set.of(low.ref()));
        hiding.add(low);
        hiding.add(high);
        assertThat(hiding.finish()).isEqualTo(new Outcome.Unknown(Outcome.Reason.CORRECTIONS_DISAGREE, ""));
        Evaluation forgetting = new Evaluation(measure("AVAIL"), YEAR, Set.of());
        forgetting.add(low);
        forgetting.add(row(1, "AVAIL", json("{\"num\":\"10\",\"den\":\"10\"}"), low.ref()));
        assertThat(forgetting.finish()).isEqualTo(new Outcome.Unknown(Outcome.Reason.CORRECTIONS_DISAGREE, ""));
    }

    @Test
    void the_digest_of_the_rows_is_that_of_their_json_lines() {
        List<Fact> rows = List.of(
                row(0, "AVAIL", json("{\"num\":\"1\",\"den\":\"1\"}"), null),
                row(2, "AVAIL", json("{\"num\":\"1\",\"den\":\"1\"}"), null));
        RowSet.Builder builder = new RowSet.Builder();
        rows.forEach(builder::add);
        RowSet set = builder.build();
        String lines =
                rows.get(0).json().canonical() + "\n" + rows.get(1).json().canonical() + "\n";
        assertThat(set.digest()).isEqualTo(ContentDigest.sha256(lines.getBytes(StandardCharsets.UTF_8)));
        assertThat(set.ranges()).containsExactly(new RowRange("probe/one", 0, 1), new RowRange("probe/one", 2, 3));
    }

    @Test
    void one_fact_observes_for_several_measures() {
        Fact fact = new Fact(
                "probe/one",
                0,
                NOON,
                "sys_probe",
                "probe.minute",
                json(
                        "{\"observe\":{\"AVAIL\":{\"num\":\"1\",\"den\":\"1\"},\"LATENCY\":{\"key\":\"a\",\"value\":\"1.25\"}}}"),
                null);
        assertThat(MeasureResult.of(measure("AVAIL"), YEAR, Scope.DISTRICT, NOON, List.of(fact)))
                .isInstanceOf(MeasureResult.Computed.class);
        assertThat(MeasureResult.of(measure("LATENCY"), YEAR, Scope.DISTRICT, NOON, List.of(fact)))
                .isInstanceOf(MeasureResult.Computed.class);
        assertThat(MeasureResult.of(measure("LOSS"), YEAR, Scope.DISTRICT, NOON, List.of(fact)))
                .isInstanceOf(MeasureResult.Missing.class);
    }

    private static Measure measure(String id) {
        return STANDARD.find(id).orElseThrow();
    }

    private static JsonObject json(String text) {
        return JsonReader.readObject(text);
    }

    private static Fact row(long seq, String measure, JsonObject observation, @Nullable FactRef corrects) {
        JsonObject body = JsonObject.builder()
                .put("observe", JsonObject.builder().put(measure, observation).build())
                .build();
        return new Fact("probe/one", seq, NOON, "sys_probe", "probe.minute", body, corrects);
    }
}
