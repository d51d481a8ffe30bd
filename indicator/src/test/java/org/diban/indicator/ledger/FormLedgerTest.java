package org.diban.indicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.Scope;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;
import org.junit.jupiter.api.Test;

class FormLedgerTest {
    private static final FormState OPEN = Samples.open();

    @Test
    void a_form_lives_from_opening_to_its_second_version() {
        FormState state = Samples.after(
                OPEN,
                Samples.availability("99.993", "99.99"),
                new FormChange.DeductionRecorded("i02", new BigDecimal("0.5"), "取样不足一年", true),
                Samples.quality(Attainment.MET),
                new FormChange.ExplanationRecorded("i02", "全年取样。"),
                new FormChange.MoneyEntered(new FundRow(
                        FundSource.TOTAL, new Money(100_000_000), new Money(100_000_000), new Money(90_000_000))),
                new FormChange.RulesChosen(new RuleRef("threshold", 1)));
        state = Samples.after(state, Samples.finalised(state));
        assertThat(state.status()).isEqualTo(FormState.Status.FINAL);
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.finals().getFirst().form()).isEqualTo(state.form());
        state = Samples.after(state, new FormChange.Reopened("补充材料"), Samples.availability("99.995", "99.99"));
        state = Samples.after(state, Samples.finalised(state));
        assertThat(state.version()).isEqualTo(2);
        assertThat(state.length()).isEqualTo(11);
        assertThat(state.figuresOf("i01")).extracting(Figure::stands).containsExactly(false, true);
        assertThat(state.figuresOf("i01").getFirst().endedBy()).isEqualTo(new FactRef(Samples.STREAM, 9));
        assertThat(state.figure("i01"))
                .hasValueSatisfying(f -> assertThat(f.files()).hasSize(1));
        assertThat(state.form().indicators().get(1).deductions())
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.reason()).isEqualTo("取样不足一年");
                    assertThat(d.by()).isEqualTo("usr_a");
                    assertThat(d.amount()).isEqualByComparingTo("0.5");
                });
    }

    @Test
    void a_replay_of_the_leaves_is_the_state_that_the_commands_gave() {
        List<Fact> facts = facts(
                Samples.availability("99.993", "99.99"),
                Samples.availability("99.995", "99.99"),
                new FormChange.FigureWithdrawn("i01", "数据有误"),
                new FormChange.DeductionRecorded("i02", new BigDecimal("0.20"), "一半", true),
                new FormChange.DeductionWithdrawn("i02", 4, "误记"));
        List<Fact> read = facts.stream().map(f -> Fact.parse(f.leaf())).toList();
        FormState state = FormLedger.replay(read).orThrow();
        assertThat(state.form()).isEqualTo(Samples.form());
        assertThat(state.length()).isEqualTo(6);
        assertThat(facts.get(2).corrects()).isEqualTo(facts.get(1).ref());
        assertThat(facts.get(3).corrects()).isEqualTo(facts.get(2).ref());
    }

    @Test
    void what_a_person_enters_stays_exact_and_is_printed_against_the_reporter() {
        Target.Quantity least = (Target.Quantity) Samples.quantity(Target.Comparison.AT_LEAST, "99.99", "%");
        Target.Quantity most = (Target.Quantity) Samples.quantity(Target.Comparison.AT_MOST, "2", "ms");
        Target.Quantity exactly = (Target.Quantity) Samples.quantity(Target.Comparison.EQUAL, "12.00", "次");
        assertThat(AgainstReporter.print(least, Fraction.parse("99.989999"))).hasToString("99.98");
        assertThat(AgainstReporter.print(least, Fraction.parse("-1.001"))).hasToString("-1.01");
        assertThat(AgainstReporter.print(most, Fraction.of(4001, 2000))).hasToString("2.01");
        assertThat(AgainstReporter.print(exactly, Fraction.parse("11.999"))).hasToString("11.99");
        assertThat(AgainstReporter.print(exactly, Fraction.parse("12.001"))).hasToString("12.01");
        assertThat(AgainstReporter.print(exactly, Fraction.of(12))).hasToString("12.00");
        refused(OPEN, Samples.availability("99.989", "99.99"), LedgerProblem.PRINTED_HELPS);
        refused(OPEN, Samples.availability("99.993", "98.99"), LedgerProblem.PRINTED_HELPS);
        Actual actual = Samples.after(OPEN, Samples.availability("99.993", "99.99"))
                .form()
                .indicators()
                .getFirst()
                .actual();
        assertThat(actual)
                .isEqualTo(new Actual.Quantity(
                        Fraction.parse("99.993"), new BigDecimal("99.99"), "%", Actual.Origin.ENTERED));
    }

    @Test
    void a_measured_figure_brings_its_rows_and_one_that_is_not_computable_brings_no_value() {
        JsonObject body = JsonReader.readObject("{\"observe\":{\"AVAIL\":{\"num\":\"9999\",\"den\":\"10000\"}}}");
        Fact row = new Fact("probe/a", 0, Period.year(2024).start(), "sys_probe", "probe.day", body, null);
        MeasureResult result = MeasureResult.of(
                Samples.MEASURES.find("AVAIL").orElseThrow(),
                Period.year(2024),
                Scope.DISTRICT,
                Samples.DAY,
                List.of(row));
        FormState measured = Samples.after(OPEN, new FormChange.FigureMeasured("i01", result, new BigDecimal("99.99")));
        assertThat(measured.form().indicators().getFirst().actual())
                .isEqualTo(new Actual.Quantity(
                        Fraction.parse("99.99"), new BigDecimal("99.99"), "%", Actual.Origin.MEASURED));
        MeasureResult missing =
                new MeasureResult.Missing(Samples.key("AVAIL"), Period.year(2024), Scope.DISTRICT, Samples.DAY);
        FormState nothing = Samples.after(measured, new FormChange.FigureMeasured("i01", missing, null));
        assertThat(nothing.form().indicators().getFirst().actual()).isNull();
        assertThat(nothing.figure("i01")).isPresent();
        refused(OPEN, new FormChange.FigureMeasured("i01", result, null), LedgerProblem.VALUE_UNFIT);
        MeasureResult tomorrow = new MeasureResult.Missing(
                Samples.key("AVAIL"), Period.year(2024), Scope.DISTRICT, Samples.DAY.plusSeconds(86_400));
        refused(OPEN, new FormChange.FigureMeasured("i01", tomorrow, null), LedgerProblem.DATED_AFTER_SUBMISSION);
    }

    @Test
    void evidence_dated_after_its_submission_is_refused_and_of_the_same_day_is_not() {
        FormChange.FigureEntered figure = Samples.availability("100", "100.00");
        for (LocalDate day : List.of(LocalDate.of(2025, 1, 10), LocalDate.of(2025, 1, 11))) {
            FormChange dated = new FormChange.FigureEntered(
                    figure.indicator(),
                    figure.value(),
                    figure.period(),
                    figure.measure(),
                    List.of(Samples.file(null), Samples.file(day)),
                    "");
            if (day.getDayOfMonth() == 10) {
                Samples.after(OPEN, dated);
            } else {
                refused(OPEN, dated, LedgerProblem.DATED_AFTER_SUBMISSION);
            }
        }
    }

    @Test
    void a_draft_begins_anew_without_what_was_entered_before() {
        FormChange.FigureEntered figure = Samples.availability("100", "100.00");
        FormState entered = Samples.after(OPEN, figure);
        FormState anew = Samples.after(entered, Samples.opened());
        assertThat(anew.form()).isEqualTo(OPEN.form());
        assertThat(anew.figure("i01")).isEmpty();
        assertThat(anew.figures().getOrDefault("i01", List.of()).getFirst().endedBy())
                .isEqualTo(anew.history().getLast().fact());
        assertThat(anew.history().getLast().corrects())
                .isEqualTo(OPEN.history().getFirst().fact());
    }

    @Test
    void impossible_wishes_are_refused_with_their_code() {
        FormChange.Opened opened = Samples.opened();
        Form next = new Form(
                opened.form().year() + 1,
                opened.form().project(),
                opened.form().department(),
                opened.form().unit(),
                "",
                "",
                opened.form().funds(),
                opened.form().indicators());
        refused(OPEN, new FormChange.Opened(next, null, opened.rules()), LedgerProblem.NOT_OPENED);
        refused(OPEN, new FormChange.Reopened("x"), LedgerProblem.NOT_FINAL);
        refused(OPEN, new FormChange.ExplanationRecorded("i09", "x"), LedgerProblem.UNKNOWN_INDICATOR);
        refused(OPEN, new FormChange.FigureWithdrawn("i01", "x"), LedgerProblem.NO_FIGURE);
        refused(OPEN, new FormChange.DeductionWithdrawn("i02", 0, "x"), LedgerProblem.UNKNOWN_DEDUCTION);
        refused(OPEN, new FormChange.RulesChosen(new RuleRef("standard", 9)), LedgerProblem.UNKNOWN_RULES);
        for (String amount : List.of("0.51", "-0.10")) {
            refused(
                    OPEN,
                    new FormChange.DeductionRecorded("i02", new BigDecimal(amount), "x", true),
                    LedgerProblem.NOTHING_TO_EXPLAIN);
        }
        FormChange.FigureEntered figure = Samples.availability("100", "100.00");
        refused(
                OPEN,
                new FormChange.FigureEntered("i01", figure.value(), figure.period(), figure.measure(), List.of(), ""),
                LedgerProblem.NO_FILES);
        refused(
                OPEN,
                new FormChange.FigureEntered("i01", figure.value(), figure.period(), null, figure.files(), ""),
                LedgerProblem.OTHER_MEASURE);
        refused(
                OPEN,
                new FormChange.FigureEntered("i03", figure.value(), figure.period(), null, figure.files(), ""),
                LedgerProblem.VALUE_UNFIT);
        FormState done = Samples.after(OPEN, Samples.finalised(OPEN));
        refused(done, figure, LedgerProblem.FINAL);
        refused(done, Samples.finalised(OPEN), LedgerProblem.FINAL);
        FormState moved = Samples.after(OPEN, figure);
        refused(moved, Samples.finalised(OPEN), LedgerProblem.STATEMENT_DIFFERS);
    }

    @Test
    void a_revision_keeps_what_was_entered_and_refuses_to_lose_a_figure() {
        FormState entered = Samples.after(
                OPEN,
                Samples.availability("99.993", "99.99"),
                new FormChange.ExplanationRecorded("i02", "说明"),
                new FormChange.FigureWithdrawn("i02", "改由系统测量"));
        Form form = entered.form();
        FormChange.Revised same = Samples.structureOf(form);
        assertThat(Samples.after(entered, same).form()).isEqualTo(form);
        FormChange.Revised without = indicators(same, same.indicators().subList(1, 3));
        refused(entered, without, LedgerProblem.FIGURE_IN_THE_WAY);
        Indicator words = Samples.indicator("i01", "网络可用率", new Target.Quality("提升"), "AVAIL");
        refused(entered, indicators(same, List.of(words, same.indicators().get(1))), LedgerProblem.FIGURE_IN_THE_WAY);
        FormState gone = Samples.after(entered, new FormChange.FigureWithdrawn("i01", "删去指标"), without);
        assertThat(gone.form().indicators()).extracting(Indicator::id).containsExactly("i02", "i03");
        assertThat(gone.form().indicators().getFirst().explanation()).isEqualTo("说明");
        refused(gone, same, LedgerProblem.IDENTIFIER_USED);
    }

    @Test
    void a_withdrawn_explanation_of_lost_points_leaves_them_unexplained_again() {
        FormState half =
                Samples.after(OPEN, new FormChange.DeductionRecorded("i02", new BigDecimal("0.20"), "一部分", true));
        assertThat(half.form().indicators().get(1).deductions())
                .extracting(Deduction::amount)
                .containsExactly(new BigDecimal("0.30"), new BigDecimal("0.20"));
        FormState again = Samples.after(half, new FormChange.DeductionWithdrawn("i02", 1, "误记"));
        assertThat(again.form()).isEqualTo(Samples.form());
        refused(again, new FormChange.DeductionWithdrawn("i02", 1, "误记"), LedgerProblem.UNKNOWN_DEDUCTION);
    }

    @Test
    void a_broken_stream_is_refused_at_the_fact_that_breaks_it() {
        List<Fact> good = facts(Samples.availability("99.993", "99.99"), Samples.quality(Attainment.MET));
        broken(List.of(), LedgerProblem.EMPTY_STREAM, -1);
        broken(good.subList(1, 3), LedgerProblem.GAP, 1);
        broken(List.of(good.get(0), good.get(2)), LedgerProblem.GAP, 2);
        broken(List.of(good.get(0), good.get(1), good.get(1)), LedgerProblem.GAP, 1);
        Fact second = good.get(1);
        broken(
                List.of(good.get(0), with(second, "form/frm_other", second.kind(), second.body(), null)),
                LedgerProblem.OTHER_STREAM,
                1);
        broken(
                List.of(good.get(0), with(second, second.stream(), "figure.guessed", second.body(), null)),
                LedgerProblem.UNREADABLE,
                1);
        broken(
                List.of(good.get(0), with(second, second.stream(), second.kind(), JsonObject.EMPTY, null)),
                LedgerProblem.UNREADABLE,
                1);
        broken(
                List.of(
                        good.get(0),
                        with(
                                second,
                                second.stream(),
                                second.kind(),
                                second.body(),
                                good.get(0).ref())),
                LedgerProblem.WRONG_CORRECTION,
                1);
        Fact first = good.getFirst();
        broken(
                List.of(new Fact("probe/a", 0, first.at(), first.by(), first.kind(), first.body(), null)),
                LedgerProblem.OTHER_STREAM,
                0);
    }

    @Test
    void a_stale_wish_is_a_conflict_that_says_what_happened_since() {
        FormState moved = Samples.after(
                OPEN, Samples.availability("99.993", "99.99"), new FormChange.ExplanationRecorded("i02", "说明"));
        FormCommands.Decision decision =
                FormCommands.decide(moved, 1, Samples.quality(Attainment.MET), "usr_b", Samples.DAY);
        assertThat(decision).isInstanceOfSatisfying(FormCommands.Decision.Refused.class, r -> {
            assertThat(r.problem().code()).isEqualTo("LEDG-2001");
            assertThat(r.problem().message().zh()).contains("2 处", "填报实际值 i01", "填写偏差说明 i02");
            assertThat(r.problem().message().en())
                    .contains("2 changes", "Figure entered for i01", "Explanation recorded for i02");
        });
    }

    @Test
    void a_difference_names_the_field_its_contents_and_the_fact() {
        List<Fact> facts = facts(
                Samples.availability("99.993", "99.99"),
                new FormChange.ExplanationRecorded("i02", "先写"),
                new FormChange.ExplanationRecorded("i02", ""),
                new FormChange.DeductionRecorded("i02", new BigDecimal("0.50"), "取样不足", true));
        List<FieldChange> changes = FormDiff.between(facts, 1, 5);
        assertThat(changes)
                .extracting(
                        FieldChange::path,
                        FieldChange::old,
                        FieldChange::now,
                        c -> c.fact().seq())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("indicators/i01/actual", null, "99.99(%) = 99993/1000", 1L),
                        org.assertj.core.groups.Tuple.tuple("indicators/i01/origin", null, "entered", 1L),
                        org.assertj.core.groups.Tuple.tuple("indicators/i02/deductions", "0.50", "0.50 取样不足", 4L));
        assertThat(FormDiff.between(facts, 2, 4)).isEmpty();
        assertThat(FormDiff.between(facts, 0, 1)).hasSizeGreaterThan(20).allMatch(c -> c.old() == null);
        assertThat(FormDiff.between(facts, 5, 5)).isEmpty();
    }

    private static List<Fact> facts(FormChange... changes) {
        List<Fact> facts = new ArrayList<>();
        FormCommands.Decision.Accepted last =
                Samples.accepted(FormCommands.open(Samples.STREAM, Samples.opened(), "usr_a", Samples.DAY));
        facts.add(last.fact());
        for (FormChange change : changes) {
            last = Samples.accepted(
                    FormCommands.decide(last.after(), facts.size(), change, "usr_a", Samples.DAY.plusMillis(1)));
            facts.add(last.fact());
        }
        return facts;
    }

    private static Fact with(
            Fact fact,
            String stream,
            String kind,
            JsonObject body,
            @org.jspecify.annotations.Nullable FactRef corrects) {
        return new Fact(stream, fact.seq(), fact.at(), fact.by(), kind, body, corrects);
    }

    private static FormChange.Revised indicators(FormChange.Revised r, List<Indicator> indicators) {
        return new FormChange.Revised(
                r.project(), r.department(), r.unit(), r.expectedGoals(), r.actualGoals(), indicators);
    }

    private static void refused(FormState state, FormChange wish, LedgerProblem expected) {
        assertThat(FormCommands.decide(state, state.length(), wish, "usr_a", Samples.DAY))
                .isInstanceOfSatisfying(
                        FormCommands.Decision.Refused.class,
                        r -> assertThat(r.problem().code()).isEqualTo(expected.code()));
    }

    private static void broken(List<Fact> facts, LedgerProblem expected, long seq) {
        assertThat(FormLedger.replay(facts)).isInstanceOfSatisfying(FormLedger.Step.Refused.class, r -> {
            assertThat(r.problem().code()).isEqualTo(expected.code());
            FactRef fact = r.fact();
            assertThat(fact == null ? -1 : fact.seq()).isEqualTo(seq);
            if (fact != null) {
                assertThat(r.problem().location().file()).isEqualTo(fact.toString());
            }
        });
    }
}
