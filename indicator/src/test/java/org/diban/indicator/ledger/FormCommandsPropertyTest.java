package org.diban.indicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.diban.evidence.Fact;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.Scope;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;

/** Two people work on one form at random, each with the length that they last saw. */
class FormCommandsPropertyTest {

    @Property(seed = "20250110", tries = 300)
    void whatever_is_accepted_can_be_replayed_and_nothing_else_changes_the_form(@ForAll long seed) {
        Random random = new Random(seed);
        FormCommands.Decision.Accepted last =
                Samples.accepted(FormCommands.open(Samples.STREAM, Samples.opened(), "usr_a", Samples.DAY));
        List<Fact> stored = new ArrayList<>(List.of(last.fact()));
        FormState state = last.after();
        long[] seen = {1, 1};
        for (int step = 0; step < 40; step++) {
            int person = random.nextInt(2);
            FormChange wish = wish(random, state);
            switch (FormCommands.decide(state, seen[person], wish, "usr_" + person, Samples.DAY.plusSeconds(step))) {
                case FormCommands.Decision.Accepted(Fact fact, FormState after) -> {
                    assertThat(seen[person]).isEqualTo(stored.size());
                    stored.add(Fact.parse(fact.leaf()));
                    state = after;
                }
                case FormCommands.Decision.Refused(var problem) -> {
                    assertThat(problem.code().equals("LEDG-2001")).isEqualTo(seen[person] != stored.size());
                }
            }
            if (random.nextInt(3) > 0) {
                seen[person] = stored.size();
            }
        }
        FormState replayed = FormLedger.replay(stored).orThrow();
        assertThat(replayed.form()).isEqualTo(state.form());
        assertThat(replayed).isEqualTo(state);
        assertThat(FormDiff.between(stored, 0, stored.size())).isNotEmpty();
        assertThat(FormJson.read(FormJson.write(state.form()), "form").form()).isEqualTo(state.form());
    }

    private static FormChange wish(Random random, FormState state) {
        List<Indicator> indicators = state.form().indicators();
        String id = random.nextInt(12) == 0 || indicators.isEmpty()
                ? "i09"
                : indicators.get(random.nextInt(indicators.size())).id();
        return switch (random.nextInt(12)) {
            case 0 -> Samples.opened();
            case 1 -> revised(random, state);
            case 2 ->
                new FormChange.MoneyEntered(new FundRow(
                        FundSource.values()[random.nextInt(4)],
                        new Money(random.nextInt(1000)),
                        new Money(random.nextLong() >>> 1 >>> random.nextInt(3) * 8),
                        Money.ZERO));
            case 3, 4 -> entered(random, state, id);
            case 5 ->
                new FormChange.FigureMeasured(
                        id,
                        new MeasureResult.Missing(
                                Samples.key(random.nextBoolean() ? "AVAIL" : "LOSS"),
                                Period.year(2024),
                                Scope.DISTRICT,
                                Samples.DAY.plusSeconds(random.nextInt(40) - 5)),
                        random.nextInt(5) == 0 ? BigDecimal.ONE : null);
            case 6 -> new FormChange.FigureWithdrawn(id, "理由");
            case 7 -> new FormChange.ExplanationRecorded(id, random.nextBoolean() ? "" : "说明" + random.nextInt());
            case 8 ->
                new FormChange.DeductionRecorded(
                        id, BigDecimal.valueOf(random.nextInt(60) - 5, 2), "理由", random.nextBoolean());
            case 9 -> new FormChange.DeductionWithdrawn(id, random.nextInt((int) state.length() + 1), "理由");
            case 10 ->
                new FormChange.RulesChosen(
                        new RuleRef(random.nextBoolean() ? "standard" : "banded", 1 + random.nextInt(8) / 7));
            default -> random.nextInt(4) > 0 ? new FormChange.Reopened("理由") : Samples.finalised(state);
        };
    }

    private static FormChange entered(Random random, FormState state, String id) {
        Indicator indicator = state.form().indicators().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElse(null);
        Fraction exact = Fraction.of(random.nextInt(20_000), 1 + random.nextInt(300));
        FigureValue value =
                indicator != null && indicator.target() instanceof Target.Quantity target && random.nextInt(8) > 0
                        ? new FigureValue.Number(exact, AgainstReporter.print(target, exact))
                        : new FigureValue.Judgement(Attainment.values()[random.nextInt(3)]);
        MeasureKey measure = indicator == null || indicator.measure() == null || random.nextInt(8) == 0
                ? null
                : Samples.key(indicator.measure().id());
        LocalDate dated = LocalDate.of(2025, 1, 10).plusDays(random.nextInt(8) == 0 ? 1 : 0);
        return new FormChange.FigureEntered(
                id,
                value,
                Period.year(2024),
                measure,
                random.nextInt(8) == 0 ? List.of() : List.of(Samples.file(dated)),
                "");
    }

    private static FormChange revised(Random random, FormState state) {
        FormChange.Revised same = Samples.structureOf(state.form());
        List<Indicator> indicators = new ArrayList<>(same.indicators());
        if (!indicators.isEmpty() && random.nextBoolean()) {
            indicators.remove(random.nextInt(indicators.size()));
        }
        if (random.nextBoolean()) {
            String id = "i" + (10 + random.nextInt(5));
            indicators.removeIf(i -> i.id().equals(id));
            indicators.add(Samples.indicator(
                    id,
                    "新指标",
                    Samples.quantity(Target.Comparison.AT_LEAST, "10", "个"),
                    random.nextBoolean() ? "AVAIL" : null));
        }
        return new FormChange.Revised(
                same.project(),
                same.department(),
                same.unit(),
                random.nextBoolean() ? same.expectedGoals() : "目标" + random.nextInt(9),
                same.actualGoals(),
                indicators);
    }
}
