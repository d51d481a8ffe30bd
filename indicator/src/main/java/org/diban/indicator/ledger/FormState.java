package org.diban.indicator.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.measure.ContentDigest;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredFund;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A form after the first facts of its stream.
 *
 * @param stream the stream, {@code form/<id>}
 * @param length how many facts; the sequence number of the next one
 * @param form the form
 * @param rules the rule set it is scored by
 * @param status whether it may be changed
 * @param source the file it was imported from; {@code null} when opened by hand
 * @param finals the versions that were finalised, the oldest first
 * @param figures every figure of every indicator, the oldest first, by the indicator's identifier; also of indicators that are gone
 * @param deductions the deductions that were recorded and stand, by the fact that recorded them
 * @param slots the fact that the next fact about the same thing takes the place of, by the name of the thing
 * @param history all facts, the oldest first
 */
public record FormState(
        String stream,
        long length,
        Form form,
        RuleRef rules,
        Status status,
        @Nullable EvidenceFile source,
        List<FinalVersion> finals,
        Map<String, List<Figure>> figures,
        Map<FactRef, RecordedDeduction> deductions,
        Map<String, FactRef> slots,
        List<Entry> history) {
    public FormState {
        finals = List.copyOf(finals);
        figures = Map.copyOf(figures);
        deductions = Map.copyOf(deductions);
        slots = Map.copyOf(slots);
        history = List.copyOf(history);
    }

    /** Whether a form may be changed. */
    public enum Status {
        DRAFT,
        FINAL
    }

    /**
     * A fact of the form.
     *
     * @param corrects the fact whose place it takes
     */
    public record Entry(
            FactRef fact,
            Instant at,
            String by,
            FormChange change,
            @Nullable FactRef corrects) {}

    /**
     * A version that was finalised.
     *
     * @param number from 1
     * @param form the form as it was signed
     */
    public record FinalVersion(
            int number, FactRef fact, Instant at, String by, Form form, FormChange.Finalised signed) {}

    /** A deduction that an assessor recorded here. */
    public record RecordedDeduction(String indicator, Deduction deduction, boolean explains) {}

    /** How many versions were finalised; 0 for a form that never was. */
    public int version() {
        return finals.size();
    }

    /** Every figure that an indicator has or had, the oldest first. */
    public List<Figure> figuresOf(String indicator) {
        return figures.getOrDefault(indicator, List.of());
    }

    /** The figure that an indicator shows; empty when it has none or one taken over from a document. */
    public Optional<Figure> figure(String indicator) {
        return figuresOf(indicator).stream().filter(Figure::stands).findFirst();
    }

    /** The rule set. */
    public RuleSet ruleSet() {
        return RuleSets.find(rules.id(), rules.version())
                .orElseThrow(() -> LedgerProblem.UNKNOWN_RULES.exception(rules.id(), rules.version()));
    }

    /** The form with its scores. */
    public ScoredForm scored() {
        return ScoredForm.of(form, ruleSet());
    }

    /** The form as canonical JSON. */
    public JsonObject formJson() {
        return FormJson.write(form);
    }

    /** The computed scores as JSON: what is stored with a finalised version. */
    public JsonObject scores() {
        ScoredForm scored = scored();
        return JsonObject.builder()
                .put("rules", rules.json())
                .put("funds", scored.funds().stream().map(FormState::fund).toList())
                .put(
                        "indicators",
                        scored.indicators().stream()
                                .map(i -> JsonObject.builder()
                                        .put("id", i.indicator().id())
                                        .put("outcome", Members.word(i.outcome()))
                                        .put("computed", i.computed().toPlainString())
                                        .put("deducted", i.deducted().toPlainString())
                                        .put("score", i.score().toPlainString())
                                        .build())
                                .toList())
                .put("totalWeight", scored.totalWeight().toPlainString())
                .put("total", scored.total().toPlainString())
                .put("grade", scored.grade().name().zh())
                .build();
    }

    private static JsonObject fund(ScoredFund fund) {
        return JsonObject.builder()
                .put("source", Members.word(fund.row().source()))
                .put("rate", fund.rate().toPlainString())
                .put("score", fund.score() == null ? null : fund.score().toPlainString())
                .build();
    }

    /** What is signed to finalise the form as it stands: the stream, its length, the number of the version, and the digests of the form and of its scores. */
    public JsonObject statement() {
        return JsonObject.builder()
                .put("stream", stream)
                .put("length", length)
                .put("version", version() + 1)
                .put("form", ContentDigest.of(formJson()).text())
                .put("scores", ContentDigest.of(scores()).text())
                .build();
    }
}
