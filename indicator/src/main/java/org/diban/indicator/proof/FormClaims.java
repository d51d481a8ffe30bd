package org.diban.indicator.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.evidence.bundle.BundleDocuments;
import org.diban.evidence.bundle.Check;
import org.diban.evidence.bundle.ClaimsVerifier;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormLedger;
import org.diban.indicator.ledger.FormSignature;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.MeasureResult;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** Verifies what a bundle claims about a form, figure by figure. Safe for several threads. */
public final class FormClaims implements ClaimsVerifier {
    /** The name of the one document of claims. */
    static final String FORM = "form";

    /** The schema of that document. */
    static final String FORMAT = "diban-form-claims/1";

    private static final Text FINAL =
            new Text("表单定稿第 {0} 版，由日志中的 {1} 条事实推得", "Final version {0} of the form, from {1} facts of the log");
    private static final Text SIGNED =
            new Text("定稿第 {0} 版由日志密钥 {2} 签名，签署人 {1}", "Final version {0} is signed for {1} with the log's key {2}");
    private static final Text DRAFT =
            new Text("表单草稿（未定稿），由日志中的 {1} 条事实推得", "A draft of the form, not final, from {1} facts of the log");

    @Override
    public Session begin(BundleDocuments documents) {
        JsonObject claims = documents.claims().get(FORM);
        if (claims == null || documents.claims().size() != 1) {
            throw new JsonException("claims/form.json must be there, and nothing beside it");
        }
        if (!claims.string("format").equals(FORMAT)) {
            throw new JsonException("not of format " + FORMAT);
        }
        return new FormSession(documents, claims);
    }

    private static final class FormSession implements Session {
        private final BundleDocuments documents;
        private final JsonObject claims;
        private final String stream;
        private final long length;
        private final List<MeasuredClaim> measured = new ArrayList<>();
        private final Map<String, List<MeasuredClaim>> byStream = new HashMap<>();
        private final List<Fact> facts = new ArrayList<>();

        private FormSession(BundleDocuments documents, JsonObject claims) {
            this.documents = documents;
            this.claims = claims;
            this.stream = claims.string("stream");
            this.length = claims.number("length");
            for (JsonObject json : claims.objects("measured")) {
                MeasuredClaim.of(json, documents).ifPresent(measured::add);
            }
            for (MeasuredClaim claim : measured) {
                claim.streams()
                        .forEach(s -> byStream.computeIfAbsent(s, name -> new ArrayList<>())
                                .add(claim));
            }
        }

        @Override
        public void row(long index, Fact fact) {
            if (fact.stream().equals(stream) && fact.seq() < length) {
                facts.add(fact);
            }
            byStream.getOrDefault(fact.stream(), List.of()).forEach(claim -> claim.row(fact));
        }

        @Override
        public List<Check> finish() {
            Text text =
                    (claims.string("status").equals("final") ? FINAL : DRAFT).with(claims.number("version"), length);
            return switch (FormLedger.replay(facts)) {
                case FormLedger.Step.Refused(var _, Problem problem) ->
                    List.of(Check.failed("form", text, ProofProblem.FORM_IMPOSSIBLE.problem(problem)));
                case FormLedger.Step.Taken(FormState state) -> checks(state, text);
            };
        }

        private List<Check> checks(FormState state, Text text) {
            List<Check> checks = new ArrayList<>();
            checks.add(new Check("form", text, form(state)));
            if (state.status() == FormState.Status.FINAL) {
                checks.add(signature(state.finals().getLast()));
            }
            Map<String, JsonObject> claimed = new LinkedHashMap<>();
            for (JsonObject figure : claims.objects("figures")) {
                if (claimed.put(figure.string("id"), figure) != null) {
                    throw new JsonException("a figure claimed twice");
                }
            }
            Map<String, Problem> unproved = measurements(state);
            for (FormFigure figure : FormFigures.of(state)) {
                Optional<Problem> failure = Optional.ofNullable(differs(figure, claimed.remove(figure.id())))
                        .or(() -> rests(figure, unproved));
                failure.ifPresent(problem -> unproved.putIfAbsent(figure.id(), problem));
                checks.add(new Check("figure:" + figure.id(), figure.said(), failure));
            }
            claimed.keySet()
                    .forEach(id -> checks.add(
                            Check.failed("figure:" + id, new Text(id, id), ProofProblem.FIGURE_INVENTED.problem())));
            return checks;
        }

        /** The log that holds the finalisation must have signed it. */
        private Check signature(FormState.FinalVersion version) {
            FormChange.Finalised finalised = version.signed();
            FormSignature signature = finalised.signature();
            Text text = SIGNED.with(version.number(), signature.signer(), signature.keyId());
            boolean valid = signature
                    .line()
                    .filter(line -> line.name().equals(documents.checkpoint().origin()))
                    .filter(line -> documents.trust().signed(finalised.text(), line))
                    .isPresent();
            return valid
                    ? Check.passed("finalisation", text)
                    : Check.failed(
                            "finalisation",
                            text,
                            ProofProblem.FINALISATION_UNSIGNED.problem(signature.signer(), signature.keyId()));
        }

        private Optional<Problem> form(FormState state) {
            if (!documents.completeStreams().contains(stream)) {
                return Optional.of(ProofProblem.STREAM_NOT_COMPLETE.problem(stream));
            }
            String rules = FormBundle.name(state.rules());
            if (!FormBundle.rules(state.rules()).equals(documents.definitions().get(rules))) {
                return Optional.of(ProofProblem.DEFINITION_DIFFERS.problem(rules));
            }
            JsonObject computed = FormBundle.claims(state);
            for (String member : computed.members().keySet()) {
                if (!member.equals("figures") && !java.util.Objects.equals(computed.get(member), claims.get(member))) {
                    return Optional.of(ProofProblem.FORM_IMPOSSIBLE.problem("member \"" + member + "\" of the claims"));
                }
            }
            Set<String> unknown = new HashSet<>(claims.members().keySet());
            unknown.removeAll(computed.members().keySet());
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ProofProblem.FORM_IMPOSSIBLE.problem("unknown members " + unknown));
        }

        /** The measured figures that are not what their rows give, by the identifier of the figure. */
        private Map<String, Problem> measurements(FormState state) {
            Map<String, Problem> unproved = new LinkedHashMap<>();
            Map<String, MeasuredClaim> claimed = new HashMap<>();
            measured.forEach(claim -> claimed.put(claim.indicator(), claim));
            FormFigures.measured(state).forEach(figure -> {
                MeasureResult result = FormFigures.result(figure).orElseThrow();
                String indicator = indicator(state, figure);
                MeasuredClaim claim = claimed.get(indicator);
                measurement(state, figure, result, claim)
                        .ifPresent(problem -> unproved.put(indicator + ".actual", problem));
            });
            return unproved;
        }

        private static Optional<Problem> measurement(
                FormState state, Figure figure, MeasureResult result, @Nullable MeasuredClaim claim) {
            if (claim == null
                    || claim.fact() != figure.fact().seq()
                    || !claim.claimed().equals(result.json())) {
                return Optional.of(ProofProblem.ORIGIN_DIFFERS.problem());
            }
            int year = state.form().year();
            return claim.isOf(year) ? claim.failure() : Optional.of(ProofProblem.PERIOD_OUTSIDE.problem(year));
        }

        private static String indicator(FormState state, Figure figure) {
            return state.form().indicators().stream()
                    .filter(i -> state.figure(i.id()).filter(figure::equals).isPresent())
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private static @Nullable Problem differs(FormFigure figure, @Nullable JsonObject claimed) {
            if (claimed == null) {
                return ProofProblem.FIGURE_MISSING.problem();
            }
            if (claimed.equals(figure.json())) {
                return null;
            }
            String printed = claimed.string("printed");
            return printed.equals(figure.printed())
                    ? ProofProblem.ORIGIN_DIFFERS.problem()
                    : ProofProblem.FIGURE_DIFFERS.problem(printed, figure.printed());
        }

        /** What is measured rests on its rows; a score on the actual value; totals on everything before them. */
        private static Optional<Problem> rests(FormFigure figure, Map<String, Problem> unproved) {
            Problem own = unproved.get(figure.id());
            if (own != null) {
                return Optional.of(own);
            }
            boolean total = figure.id().startsWith("total.") && !figure.id().equals("total.weight");
            String row = figure.id().substring(0, figure.id().lastIndexOf('.') + 1);
            return figure.basis() != FormFigure.Basis.COMPUTED
                    ? Optional.empty()
                    : unproved.keySet().stream()
                            .filter(id -> total || id.startsWith(row))
                            .findFirst()
                            .map(ProofProblem.RESTS_ON_UNPROVED::problem);
        }
    }
}
