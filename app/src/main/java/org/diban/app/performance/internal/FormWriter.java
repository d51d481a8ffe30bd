package org.diban.app.performance.internal;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.performance.internal.FormStore.Identity;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormCommands;
import org.diban.indicator.ledger.FormCommands.Decision;
import org.diban.indicator.ledger.FormLedger;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.ledger.RuleRef;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.Submission;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The writing of forms: facts into the log and, in the same transaction, what is derived from them. Knows nothing of people's rights. */
@Component
class FormWriter {
    private final FormStore store;
    private final EvidenceLog log;
    private final MeasureCatalogue measures;
    private final Review review;
    private final Ids ids;
    private final InstantSource clock;

    FormWriter(
            FormStore store, EvidenceLog log, MeasureCatalogue measures, Review review, Ids ids, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.measures = measures;
        this.review = review;
        this.ids = ids;
        this.clock = clock;
    }

    /** The form after all its facts. */
    FormState state(Identity form) {
        return FormLedger.replay(log.readAll(form.stream())).orThrow();
    }

    /**
     * Opens a form, or gives the one of the same project and year a new beginning.
     *
     * @param replace whether an existing form may be replaced
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Identity open(
            String organisation,
            Form form,
            @Nullable EvidenceFile source,
            boolean synthetic,
            boolean replace,
            String by) {
        FormChange.Opened opening = new FormChange.Opened(withMeasures(form), source, RuleRef.of(RuleSets.standard()));
        Optional<Identity> existing = store.find(organisation, form.project(), form.year());
        if (existing.isPresent()) {
            if (!replace) {
                throw PerformanceProblem.FORM_EXISTS.exception(form.project(), form.year());
            }
            FormState before = state(existing.get());
            if (before.status() == FormState.Status.FINAL) {
                throw PerformanceProblem.EXISTING_IS_FINAL.exception(form.project(), form.year());
            }
            append(existing.get(), before, before.length(), opening, by);
            return existing.get();
        }
        String project = store.project(organisation, form.project(), ids.next("prj"));
        Identity identity = new Identity(ids.next("frm"), project, organisation, form.year(), synthetic);
        store.insert(identity);
        granted(FormCommands.open(identity.stream(), opening, by, clock.instant()));
        FactRef ref = log.append(identity.stream(), opening.kind(), by, opening.json());
        store.save(identity.id(), FormLedger.apply(null, recorded(ref)).orThrow());
        return identity;
    }

    /** Appends a change to a form whose author saw a version of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    FormState append(Identity form, FormState before, long seen, FormChange change, String by) {
        Fact fact = granted(FormCommands.decide(before, seen, change, by, clock.instant()));
        FactRef ref = fact.corrects() == null
                ? log.append(form.stream(), fact.kind(), by, fact.body())
                : log.correct(fact.corrects(), fact.kind(), by, fact.body());
        FormState after = FormLedger.apply(before, recorded(ref)).orThrow();
        store.save(form.id(), after);
        return after;
    }

    /** The fact as the log recorded it, with the log's own time. */
    private Fact recorded(FactRef ref) {
        return log.find(ref).orElseThrow(() -> new IllegalStateException("the log lost " + ref));
    }

    private static Fact granted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(Fact fact, var _) -> fact;
            case Decision.Refused(var problem) -> throw new org.diban.kernel.problem.ProblemException(problem);
        };
    }

    /** Binds every indicator without a measure to the one that its name is known to mean. */
    private Form withMeasures(Form form) {
        return form.withIndicators(form.indicators().stream()
                .map(i -> i.measure() != null
                        ? i
                        : measures.forIndicator(i.level3())
                                .map(Measure::key)
                                .map(key -> bound(i, key.ref()))
                                .orElse(i))
                .toList());
    }

    private static Indicator bound(Indicator i, MeasureRef measure) {
        return new Indicator(
                i.id(),
                i.level1(),
                i.level2(),
                i.level3(),
                i.target(),
                i.actual(),
                i.weight(),
                measure,
                i.deductions(),
                i.explanation());
    }

    /** Writes the findings of an organisation's forms of a year, and of the year after, which compares itself with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void review(String organisation, int year) {
        List<Submission> submissions = store.submissions(organisation, year - 1, year + 1);
        List<Finding> findings = review.findings(submissions).stream()
                .filter(finding -> finding.form().year() >= year)
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule))
                .toList();
        store.replaceFindings(organisation, year, year + 1, findings);
    }

    /** Derives everything of a form again from its facts. */
    @Transactional(propagation = Propagation.MANDATORY)
    void rebuild(Identity form) {
        store.save(form.id(), state(form));
    }
}
