package org.diban.indicator.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Actual.Origin;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.PrintStyle;
import org.diban.indicator.form.Target;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.Outcome;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** One step of the fold: the parts of a state under change, and the fact that changes them. */
final class Fold {
    /** The slot of the fact by which the form began. */
    static final String OPENING = "form";

    private final FormState before;
    private final Fact fact;

    private Form form;
    private RuleRef rules;
    private FormState.Status status;
    private @Nullable EvidenceFile source;
    private final List<FormState.FinalVersion> finals;
    private final Map<String, List<Figure>> figures;
    private final Map<FactRef, FormState.RecordedDeduction> deductions;
    private final Map<String, FactRef> slots;

    Fold(FormState before, Fact fact) {
        this.before = before;
        this.fact = fact;
        this.form = before.form();
        this.rules = before.rules();
        this.status = before.status();
        this.source = before.source();
        this.finals = new ArrayList<>(before.finals());
        this.figures = new HashMap<>(before.figures());
        this.deductions = new HashMap<>(before.deductions());
        this.slots = new HashMap<>(before.slots());
    }

    FormState take(FormChange change) {
        boolean isFinal = before.status() == FormState.Status.FINAL;
        if (isFinal != (change instanceof FormChange.Reopened)) {
            throw (isFinal ? LedgerProblem.FINAL : LedgerProblem.NOT_FINAL).exception();
        }
        correcting(fact, corrects(before, change));
        switch (change) {
            case FormChange.Opened opened -> begin(opened);
            case FormChange.Revised revised -> revise(revised);
            case FormChange.MoneyEntered(FundRow row) -> {
                List<FundRow> funds = new ArrayList<>(form.funds());
                funds.set(row.source().ordinal(), row);
                form = withFunds(funds);
                slots.put(slot(change), fact.ref());
            }
            case FormChange.FigureEntered entered -> enter(entered);
            case FormChange.FigureMeasured measured -> measure(measured);
            case FormChange.FigureWithdrawn(String id, var _) -> withdraw(id);
            case FormChange.ExplanationRecorded(String id, String text) -> {
                replace(id, i -> explained(i, text));
                slots.put(slot(change), fact.ref());
            }
            case FormChange.DeductionRecorded recorded -> deduct(recorded);
            case FormChange.DeductionWithdrawn withdrawn -> undeduct(withdrawn);
            case FormChange.RulesChosen(RuleRef chosen) -> {
                known(chosen);
                rules = chosen;
                slots.put(slot(change), fact.ref());
            }
            case FormChange.Finalised finalised -> finish(finalised);
            case FormChange.Reopened _ -> status = FormState.Status.DRAFT;
        }
        return state(change);
    }

    private FormState state(FormChange change) {
        List<FormState.Entry> history = new ArrayList<>(before.history());
        history.add(new FormState.Entry(fact.ref(), fact.at(), fact.by(), change, fact.corrects()));
        return new FormState(
                before.stream(),
                before.length() + 1,
                form,
                rules,
                status,
                source,
                finals,
                figures,
                deductions,
                slots,
                history);
    }

    /** The fact whose place a change takes in a state; {@code null} when it takes none. */
    static @Nullable FactRef corrects(FormState state, FormChange change) {
        return change instanceof FormChange.DeductionWithdrawn withdrawn
                ? new FactRef(state.stream(), withdrawn.deduction())
                : state.slots().get(slot(change));
    }

    /** What a change is about; changes about one thing take each other's place. Empty for a change that stands by itself. */
    private static String slot(FormChange change) {
        return switch (change) {
            case FormChange.Opened _ -> OPENING;
            case FormChange.MoneyEntered(FundRow row) -> "money/" + Members.word(row.source());
            case FormChange.FigureEntered f -> "figure/" + f.indicator();
            case FormChange.FigureMeasured f -> "figure/" + f.indicator();
            case FormChange.FigureWithdrawn f -> "figure/" + f.indicator();
            case FormChange.ExplanationRecorded e -> "explanation/" + e.indicator();
            case FormChange.RulesChosen _ -> "rules";
            default -> "";
        };
    }

    static void correcting(Fact fact, @Nullable FactRef expected) {
        if (!java.util.Objects.equals(fact.corrects(), expected)) {
            throw LedgerProblem.WRONG_CORRECTION.exception(nameOf(expected), nameOf(fact.corrects()));
        }
    }

    private static String nameOf(@Nullable FactRef ref) {
        return ref == null ? "–" : ref.toString();
    }

    static void known(RuleRef rules) {
        if (RuleSets.find(rules.id(), rules.version()).isEmpty()) {
            throw LedgerProblem.UNKNOWN_RULES.exception(rules.id(), rules.version());
        }
    }

    /** A draft begins anew, for example from a corrected file: what was entered before belongs to another beginning. */
    private void begin(FormChange.Opened opened) {
        if (opened.form().year() != form.year()) {
            throw LedgerProblem.NOT_OPENED.exception();
        }
        known(opened.rules());
        form = opened.form();
        rules = opened.rules();
        source = opened.source();
        List.copyOf(figures.keySet()).forEach(this::endStanding);
        deductions.clear();
        slots.clear();
        slots.put(OPENING, fact.ref());
    }

    private Indicator indicator(String id) {
        return form.indicators().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> LedgerProblem.UNKNOWN_INDICATOR.exception(id));
    }

    private void replace(String id, UnaryOperator<Indicator> change) {
        Indicator changed = change.apply(indicator(id));
        form = form.withIndicators(form.indicators().stream()
                .map(i -> i.id().equals(id) ? changed : i)
                .toList());
    }

    private void enter(FormChange.FigureEntered entered) {
        Indicator indicator = indicator(entered.indicator());
        bound(indicator, entered.measure());
        if (entered.files().isEmpty()) {
            throw LedgerProblem.NO_FILES.exception();
        }
        LocalDate today = LocalDate.ofInstant(fact.at(), Period.ZONE);
        for (EvidenceFile file : entered.files()) {
            if (file.dated() != null && file.dated().isAfter(today)) {
                throw LedgerProblem.DATED_AFTER_SUBMISSION.exception(file.dated(), today);
            }
        }
        show(indicator, entered, actual(indicator, entered.value(), Origin.ENTERED));
    }

    private void measure(FormChange.FigureMeasured measured) {
        Indicator indicator = indicator(measured.indicator());
        MeasureResult result = measured.result();
        bound(indicator, result.measure());
        if (result.asOf().isAfter(fact.at())) {
            throw LedgerProblem.DATED_AFTER_SUBMISSION.exception(result.asOf(), fact.at());
        }
        boolean number = result instanceof MeasureResult.Computed c && c.value() instanceof Outcome.Value.Number;
        if (number != (measured.printed() != null)) {
            throw LedgerProblem.VALUE_UNFIT.exception(indicator.id());
        }
        Actual actual = switch (result) {
            case MeasureResult.Computed c ->
                actual(
                        indicator,
                        switch (c.value()) {
                            case Outcome.Value.Number(Fraction exact) ->
                                new FigureValue.Number(
                                        exact, java.util.Objects.requireNonNull(measured.printed(), "checked"));
                            case Outcome.Value.Judgement(Actual.Attainment attainment) ->
                                new FigureValue.Judgement(attainment);
                        },
                        Origin.MEASURED);
            case MeasureResult.NotComputable _ -> null;
            case MeasureResult.Missing _ -> null;
        };
        show(indicator, measured, actual);
    }

    private void show(Indicator indicator, FormChange change, @Nullable Actual actual) {
        endStanding(indicator.id());
        Figure figure = new Figure(fact.ref(), fact.at(), fact.by(), change, null);
        List<Figure> all = new ArrayList<>(figures.getOrDefault(indicator.id(), List.of()));
        all.add(figure);
        figures.put(indicator.id(), List.copyOf(all));
        slots.put(slot(change), fact.ref());
        replace(indicator.id(), i -> i.withActual(actual));
    }

    private void withdraw(String id) {
        Indicator indicator = indicator(id);
        if (indicator.actual() == null && before.figure(id).isEmpty()) {
            throw LedgerProblem.NO_FIGURE.exception(id);
        }
        endStanding(id);
        slots.remove("figure/" + id);
        replace(id, i -> i.withActual(null));
    }

    private void endStanding(String id) {
        figures.computeIfPresent(
                id,
                (_, all) -> all.stream()
                        .map(f -> f.stands() ? f.ended(fact.ref()) : f)
                        .toList());
    }

    private static void bound(Indicator indicator, @Nullable MeasureKey measure) {
        MeasureRef expected = indicator.measure();
        MeasureRef given = measure == null ? null : measure.ref();
        if (!java.util.Objects.equals(expected, given)) {
            throw LedgerProblem.OTHER_MEASURE.exception(indicator.id(), nameOf(expected), nameOf(given));
        }
    }

    private static String nameOf(@Nullable MeasureRef ref) {
        return ref == null ? "–" : ref.id() + "." + ref.version();
    }

    private static Actual actual(Indicator indicator, FigureValue value, Origin origin) {
        if (indicator.target() instanceof Target.Quantity target
                && value instanceof FigureValue.Number(Fraction exact, BigDecimal printed)) {
            if (!AgainstReporter.holds(target, exact, printed)) {
                throw LedgerProblem.PRINTED_HELPS.exception(printed.toPlainString(), exact);
            }
            return new Actual.Quantity(exact, printed, target.unit(), origin);
        }
        if (indicator.target() instanceof Target.Quality
                && value instanceof FigureValue.Judgement(Actual.Attainment attainment)) {
            return new Actual.Quality(attainment, origin);
        }
        throw LedgerProblem.VALUE_UNFIT.exception(indicator.id());
    }

    private void deduct(FormChange.DeductionRecorded recorded) {
        Deduction deduction = new Deduction(recorded.amount(), fact.by(), fact.at(), recorded.reason());
        Indicator indicator = indicator(recorded.indicator());
        List<Deduction> others = new ArrayList<>(indicator.deductions());
        if (recorded.explains()) {
            BigDecimal open = unexplained(others);
            BigDecimal left = open.subtract(recorded.amount());
            if (open.signum() != recorded.amount().signum() || left.signum() == -open.signum()) {
                throw LedgerProblem.NOTHING_TO_EXPLAIN.exception(indicator.id(), open, recorded.amount());
            }
            setUnexplained(others, left);
        }
        others.add(deduction);
        replace(indicator.id(), i -> i.withDeductions(others));
        deductions.put(fact.ref(), new FormState.RecordedDeduction(indicator.id(), deduction, recorded.explains()));
    }

    private void undeduct(FormChange.DeductionWithdrawn withdrawn) {
        Indicator indicator = indicator(withdrawn.indicator());
        FactRef ref = new FactRef(before.stream(), withdrawn.deduction());
        FormState.RecordedDeduction recorded = deductions.remove(ref);
        if (recorded == null || !recorded.indicator().equals(indicator.id())) {
            throw LedgerProblem.UNKNOWN_DEDUCTION.exception(indicator.id(), withdrawn.deduction());
        }
        List<Deduction> others = new ArrayList<>(indicator.deductions());
        others.remove(recorded.deduction());
        if (recorded.explains()) {
            setUnexplained(others, unexplained(others).add(recorded.deduction().amount()));
        }
        replace(indicator.id(), i -> i.withDeductions(others));
    }

    private static BigDecimal unexplained(List<Deduction> deductions) {
        return deductions.stream()
                .filter(d -> !d.explained())
                .map(Deduction::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static void setUnexplained(List<Deduction> deductions, BigDecimal amount) {
        deductions.removeIf(d -> !d.explained());
        if (amount.signum() != 0) {
            deductions.addFirst(Deduction.unexplained(amount));
        }
    }

    private void revise(FormChange.Revised revised) {
        Map<String, Indicator> old = new HashMap<>();
        form.indicators().forEach(i -> old.put(i.id(), i));
        Set<String> used = new HashSet<>(identifiersUsed());
        List<Indicator> indicators = new ArrayList<>();
        for (Indicator wanted : revised.indicators()) {
            Indicator was = old.remove(wanted.id());
            if (was == null && used.contains(wanted.id())) {
                throw LedgerProblem.IDENTIFIER_USED.exception(wanted.id());
            }
            indicators.add(was == null ? wanted : carried(was, wanted));
        }
        for (Indicator gone : old.values()) {
            if (before.figure(gone.id()).isPresent()) {
                throw LedgerProblem.FIGURE_IN_THE_WAY.exception(gone.id());
            }
            slots.remove("explanation/" + gone.id());
            deductions.values().removeIf(d -> d.indicator().equals(gone.id()));
        }
        PrintStyle style = form.style();
        form = new Form(
                form.year(),
                revised.project(),
                revised.department(),
                revised.unit(),
                revised.expectedGoals(),
                revised.actualGoals(),
                form.funds(),
                indicators,
                new PrintStyle(
                        style.thousands(),
                        style.ofWhich(),
                        form.expectedGoals().equals(revised.expectedGoals()) ? style.expectedMarkup() : List.of(),
                        form.actualGoals().equals(revised.actualGoals()) ? style.actualMarkup() : List.of()));
    }

    private Set<String> identifiersUsed() {
        Set<String> used = new HashSet<>();
        for (FormState.Entry entry : before.history()) {
            switch (entry.change()) {
                case FormChange.Opened o -> o.form().indicators().forEach(i -> used.add(i.id()));
                case FormChange.Revised r -> r.indicators().forEach(i -> used.add(i.id()));
                default -> {}
            }
        }
        return used;
    }

    private static Indicator carried(Indicator was, Indicator wanted) {
        Actual actual = was.actual();
        boolean sameMeasure = java.util.Objects.equals(was.measure(), wanted.measure());
        if (actual != null
                && !(fits(actual, wanted.target()) && (sameMeasure || actual.origin() == Origin.TRANSCRIBED))) {
            throw LedgerProblem.FIGURE_IN_THE_WAY.exception(was.id());
        }
        return explained(wanted, was.explanation()).withActual(actual).withDeductions(was.deductions());
    }

    private static boolean fits(Actual actual, Target target) {
        return switch (actual) {
            case Actual.Quality _ -> target instanceof Target.Quality;
            case Actual.Quantity q ->
                target instanceof Target.Quantity t
                        && (q.origin() == Origin.TRANSCRIBED
                                || t.unit().equals(q.unit()) && AgainstReporter.holds(t, q.exact(), q.printed()));
        };
    }

    private static Indicator explained(Indicator i, String text) {
        return new Indicator(
                i.id(),
                i.level1(),
                i.level2(),
                i.level3(),
                i.target(),
                i.actual(),
                i.weight(),
                i.measure(),
                i.deductions(),
                text);
    }

    private Form withFunds(List<FundRow> funds) {
        return new Form(
                form.year(),
                form.project(),
                form.department(),
                form.unit(),
                form.expectedGoals(),
                form.actualGoals(),
                funds,
                form.indicators(),
                form.style());
    }

    private void finish(FormChange.Finalised finalised) {
        if (!finalised.statement().equals(before.statement())
                || !finalised.scores().equals(before.scores())) {
            throw LedgerProblem.STATEMENT_DIFFERS.exception();
        }
        status = FormState.Status.FINAL;
        finals.add(new FormState.FinalVersion(before.version() + 1, fact.ref(), fact.at(), fact.by(), form, finalised));
    }
}
