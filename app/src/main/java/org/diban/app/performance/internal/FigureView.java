package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.performance.Action;
import org.diban.app.performance.FigureRecord;
import org.diban.app.performance.FormSummary;
import org.diban.app.shell.Crumb;
import org.diban.app.shell.Figure;
import org.diban.app.shell.Page;
import org.diban.app.shell.TimelineItem;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.review.Finding;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.number.PrintRule;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** What the page of a figure shows: in the drawer beside the form, or by itself. */
public final class FigureView {
    private static final List<String> FIELDS = List.of(
            "attainment", "numerator", "denominator", "value", "from", "to", "note", "amount", "reason", "text");

    private final FigureRecord record;
    private final Map<String, String> names;
    private final Typed typed;

    /**
     * What a person typed and could not be saved.
     *
     * @param section the part of the page it belongs to; empty when nothing was typed
     * @param fields the texts, by the name of the field
     * @param files the files that were already kept
     * @param conflict what somebody else did meanwhile; {@code null} when that is not why it could not be saved
     */
    record Typed(
            String section,
            Map<String, String> fields,
            List<EvidenceFile> files,
            @Nullable Conflict conflict) {
        static final Typed NOTHING = new Typed("", Map.of(), List.of(), null);
    }

    FigureView(FigureRecord record, Map<String, String> names, Typed typed) {
        this.record = record;
        this.names = names;
        this.typed = typed;
    }

    public FormSummary summary() {
        return record.form().summary();
    }

    public long version() {
        return record.form().state().length();
    }

    public ScoredIndicator scored() {
        return record.scored();
    }

    private Indicator indicator() {
        return record.scored().indicator();
    }

    public @Nullable Measure measure() {
        return record.measure();
    }

    public List<Finding> findings() {
        return record.findings();
    }

    public boolean may(Action action) {
        return record.form().actions().contains(action);
    }

    public List<Crumb> crumbs(Page page) {
        return List.of(
                new Crumb(
                        page.t("performance.nav.overview"),
                        "/forms?year=" + summary().year()),
                new Crumb(summary().project(), "/forms/" + summary().id()));
    }

    /** The cells of the indicator's row. */
    public PrintedIndicator printed() {
        int row = record.form().state().form().indicators().indexOf(indicator());
        return Rendering.of(record.form().scored()).indicators().get(row);
    }

    /** The figure with its unit, period, age and origin. */
    public Figure figure(Page page) {
        Actual actual = indicator().actual();
        String year = page.t("performance.overview.of", String.valueOf(summary().year()));
        Instant at = record.figure() == null ? null : record.figure().at();
        return switch (actual) {
            case null -> new Figure("", "", year, null, Figure.Origin.MISSING, null);
            case Actual.Quantity q
            when actual.origin() != Actual.Origin.TRANSCRIBED ->
                new Figure(q.printed().toPlainString(), q.unit(), period(), at, FormView.origin(actual), null);
            case Actual.Quality q
            when actual.origin() != Actual.Origin.TRANSCRIBED ->
                new Figure(
                        page.language().code().equals("en")
                                ? q.attainment().en()
                                : q.attainment().zh(),
                        "",
                        period(),
                        at,
                        FormView.origin(actual),
                        null);
            default -> new Figure("", "", year, null, Figure.Origin.MISSING, null);
        };
    }

    /** Whether the form shows a figure that was taken over from a document. */
    public boolean transcribed() {
        return indicator().actual() != null && indicator().actual().origin() == Actual.Origin.TRANSCRIBED;
    }

    /** The exact value, {@code 98} or {@code 296/3}; {@code null} without a number. */
    public @Nullable String exact() {
        return indicator().actual() instanceof Actual.Quantity q
                ? q.exact() + (q.unit().isEmpty() ? "" : " " + q.unit())
                : null;
    }

    public FormChange.@Nullable FigureEntered entered() {
        return record.figure() != null && record.figure().change() instanceof FormChange.FigureEntered entered
                ? entered
                : null;
    }

    /** The period of an entered figure, {@code 2024-01-01 – 2024-12-31}; else the year. */
    public String period() {
        FormChange.FigureEntered entered = entered();
        return entered == null
                ? String.valueOf(summary().year())
                : day(entered.period().start()) + " – "
                        + day(entered.period().end().minusMillis(1));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Period.ZONE);
    }

    public String printRule(Page page) {
        Measure measure = record.measure();
        if (measure == null) {
            return "";
        }
        PrintRule rule = measure.print();
        return page.t("performance.print." + rule.rounding().name().toLowerCase(java.util.Locale.ROOT), rule.scale());
    }

    public List<EvidenceFile> files() {
        return record.figure() == null ? List.of() : record.figure().files();
    }

    /** The files that a new entry starts with: those kept from a failed try, else those of the present figure. */
    public List<EvidenceFile> kept() {
        return typed.section().equals("enter") ? typed.files() : files();
    }

    /** The files kept from a failed try, as a hidden field carries them on. */
    public String carried() {
        return typed.section().equals("enter") ? CarriedFiles.write(typed.files()) : "";
    }

    /** A size for people, {@code 1.2 MB}. */
    public String size(long bytes) {
        return Sizes.of(bytes);
    }

    public @Nullable FactRef fact() {
        return record.figure() == null ? null : record.figure().fact();
    }

    /** Where the figure stands in the evidence log. */
    public String proof(Page page) {
        if (record.figure() == null) {
            return page.t(transcribed() ? "performance.figure.transcribed" : "performance.form.nothing");
        }
        FigureRecord.Seal seal = record.seal();
        return seal == null
                ? page.t("performance.figure.unsealed")
                : page.t("performance.figure.sealed", seal.leaf(), seal.size());
    }

    public String outcome() {
        return record.scored().outcome().name().toLowerCase(java.util.Locale.ROOT);
    }

    public String outcomeStyle() {
        return switch (record.scored().outcome()) {
            case MET -> "good";
            case MISSED -> "bad";
            case NOT_COMPUTABLE -> "";
        };
    }

    public String outcomeMark() {
        return switch (record.scored().outcome()) {
            case MET -> "✓";
            case MISSED -> "✕";
            case NOT_COMPUTABLE -> "○";
        };
    }

    public boolean qualitative() {
        return indicator().target() instanceof Target.Quality;
    }

    /** Whether the definition divides one number by another. */
    public boolean ratio() {
        return record.measure() != null && record.measure().kind() == Measure.Kind.RATIO;
    }

    public String ratioHelp(Page page) {
        Measure measure = record.measure();
        return measure == null || measure.denominator() == null
                ? ""
                : page.t(measure.numerator()) + " ÷ " + page.t(measure.denominator());
    }

    public String unitSuffix() {
        return indicator().target() instanceof Target.Quantity q && !q.unit().isEmpty() ? " (" + q.unit() + ")" : "";
    }

    public Map<String, String> attainments(Page page) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Actual.Attainment attainment : Actual.Attainment.values()) {
            options.put(attainment.name(), page.language().code().equals("en") ? attainment.en() : attainment.zh());
        }
        return options;
    }

    /** What stands in a field: what was typed, else the default. */
    public String typed(String field) {
        return typedOr(
                field,
                switch (field) {
                    case "from" -> summary().year() + "-01-01";
                    case "to" -> (summary().year() + 1) + "-01-01";
                    default -> "";
                });
    }

    public String typedOr(String field, String otherwise) {
        return typed.fields().getOrDefault(field, otherwise);
    }

    /** Whether a section is open when the page appears. */
    public boolean open(String section) {
        return typed.section().equals(section);
    }

    public @Nullable Conflict conflict() {
        return typed.conflict();
    }

    /** The fields that show their own problems. */
    public List<String> fields() {
        return FIELDS;
    }

    /** The points that the printed score lacks without a reason; empty when there are none. */
    public String unexplained() {
        BigDecimal points = indicator().deductions().stream()
                .filter(d -> !d.explained())
                .map(Deduction::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return points.signum() == 0 ? "" : points.toPlainString();
    }

    /** The deductions; those recorded here can be withdrawn. */
    public List<ShownDeduction> deductions() {
        List<ShownDeduction> shown = new ArrayList<>();
        for (Deduction deduction : indicator().deductions()) {
            long fact = record.form().state().deductions().entrySet().stream()
                    .filter(recorded ->
                            recorded.getValue().indicator().equals(indicator().id())
                                    && recorded.getValue().deduction().equals(deduction))
                    .mapToLong(recorded -> recorded.getKey().seq())
                    .findFirst()
                    .orElse(-1);
            shown.add(new ShownDeduction(deduction.amount(), deduction.reason(), fact));
        }
        return shown;
    }

    /** The changes of this figure. */
    public List<TimelineItem> timeline(Page page) {
        return Timeline.of(record.history(), names, page);
    }

    FormState state() {
        return record.form().state();
    }

    /**
     * A deduction.
     *
     * @param reason {@code null} when unexplained
     * @param fact the number of the fact that recorded it; −1 when it was not recorded here
     */
    public record ShownDeduction(
            BigDecimal amount, @Nullable String reason, long fact) {}
}
