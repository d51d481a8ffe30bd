package org.diban.app.performance.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diban.app.access.Access;
import org.diban.app.access.Audit;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Organisations;
import org.diban.app.access.Permission;
import org.diban.app.access.Reauthentication;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.SealedLog;
import org.diban.app.performance.Action;
import org.diban.app.performance.FigureRecord;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.FormSealer;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.Forms;
import org.diban.app.performance.HistoryItem;
import org.diban.app.performance.MeasureUse;
import org.diban.app.performance.Overview;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.performance.internal.FormStore.Identity;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.indicator.form.Form;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FieldChange;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormDiff;
import org.diban.indicator.ledger.FormLedger;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.ContentDigest;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.review.Finding;
import org.diban.indicator.score.ScoredIndicator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Forms, for people who may. */
@Service
class FormService implements Forms {
    private static final int SHOWN_HISTORY = 40;

    private final FormStore store;
    private final FormWriter writer;
    private final EvidenceLog log;
    private final EvidenceFiles files;
    private final MeasureCatalogue measures;
    private final Access access;
    private final Audit audit;
    private final Organisations organisations;
    private final Reauthentication reauthentication;
    private final FormSealer sealer;
    private final SealedLog sealed;
    private final FormPrinter printer;
    private final TransactionTemplate transaction;

    FormService(
            FormStore store,
            FormWriter writer,
            EvidenceLog log,
            EvidenceFiles files,
            MeasureCatalogue measures,
            Access access,
            Audit audit,
            Organisations organisations,
            Reauthentication reauthentication,
            FormSealer sealer,
            SealedLog sealed,
            FormPrinter printer,
            TransactionTemplate transaction) {
        this.store = store;
        this.writer = writer;
        this.log = log;
        this.files = files;
        this.measures = measures;
        this.access = access;
        this.audit = audit;
        this.organisations = organisations;
        this.reauthentication = reauthentication;
        this.sealer = sealer;
        this.sealed = sealed;
        this.printer = printer;
        this.transaction = transaction;
    }

    @Override
    public Overview overview(OverviewQuery query, int limit, long offset) {
        access.require(Permission.FORM_READ);
        Set<String> scope = scope();
        Overview overview = new Overview(
                store.list(query, scope, limit, offset),
                store.totals(query, scope),
                store.totals(query.inYear(query.year() - 1), scope),
                store.years(scope),
                store.rules(query.year(), scope));
        audit.read("form.listed", "-");
        return overview;
    }

    @Override
    public List<Integer> years() {
        access.require(Permission.FORM_READ);
        return store.years(scope());
    }

    @Override
    public List<FormSummary> search(String text, int limit) {
        access.require(Permission.FORM_READ);
        audit.read("form.searched", "-");
        return store.search(text, scope(), limit);
    }

    @Override
    public List<FormSummary> overYears() {
        access.require(Permission.FORM_READ);
        audit.read("form.listed", "-");
        return store.byProject(scope());
    }

    private Set<String> scope() {
        return access.reach(Permission.FORM_READ).stream()
                .map(OrganisationId::value)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> organisations(Locale language) {
        Set<String> scope = scope();
        Map<String, String> names = new LinkedHashMap<>();
        for (Organisation organisation : organisations.all()) {
            if (scope.contains(organisation.id().value())) {
                names.put(organisation.id().value(), organisation.name().in(language));
            }
        }
        return names;
    }

    @Override
    public FormRecord form(String id) {
        FormRecord record = record(readable(id), -1);
        audit.read("form.read", id);
        return record;
    }

    @Override
    public FormRecord form(String id, long version) {
        FormRecord record = record(readable(id), version);
        audit.read("form.read", id);
        return record;
    }

    private FormRecord record(Identity form, long version) {
        List<Fact> facts = log.readAll(form.stream());
        long length = version < 0 ? facts.size() : version;
        if (length < 1 || length > facts.size()) {
            throw PerformanceProblem.NO_SUCH_VERSION.exception(version);
        }
        FormState state =
                FormLedger.replay(facts.subList(0, Math.toIntExact(length))).orThrow();
        boolean latest = length == facts.size();
        return new FormRecord(
                store.summary(form.id()).orElseThrow(),
                state,
                state.scored(),
                latest ? store.findings(form.id()) : List.of(),
                history(state, facts),
                latest ? actions(form, state) : Set.of());
    }

    /** The latest changes with the fields that each changed, the latest first. */
    private static List<HistoryItem> history(FormState state, List<Fact> facts) {
        List<HistoryItem> items = new ArrayList<>();
        List<FormState.Entry> entries = state.history();
        for (int i = entries.size() - 1; i >= 0 && items.size() < SHOWN_HISTORY; i--) {
            List<FieldChange> differences = i == 0 ? List.of() : FormDiff.between(facts, i, i + 1L);
            items.add(new HistoryItem(entries.get(i), differences));
        }
        return items;
    }

    private Set<Action> actions(Identity form, FormState state) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        boolean isFinal = state.status() == FormState.Status.FINAL;
        for (Action action : Action.values()) {
            if (isFinal == (action == Action.REOPEN) && access.may(permission(action), scope(form))) {
                actions.add(action);
            }
        }
        return actions;
    }

    private static Permission permission(Action action) {
        return switch (action) {
            case EDIT -> Permission.FORM_EDIT;
            case ENTER -> Permission.FIGURE_ENTER;
            case DEDUCT -> Permission.DEDUCTION_RECORD;
            case FINALISE -> Permission.FORM_FINALISE;
            case REOPEN -> Permission.FORM_REOPEN;
        };
    }

    private static Action action(FormChange change) {
        return switch (change) {
            case FormChange.FigureEntered _ -> Action.ENTER;
            case FormChange.FigureMeasured _ -> Action.ENTER;
            case FormChange.FigureWithdrawn _ -> Action.ENTER;
            case FormChange.DeductionRecorded _ -> Action.DEDUCT;
            case FormChange.DeductionWithdrawn _ -> Action.DEDUCT;
            case FormChange.Finalised _ -> Action.FINALISE;
            case FormChange.Reopened _ -> Action.REOPEN;
            case FormChange.Opened _ -> Action.EDIT;
            case FormChange.Revised _ -> Action.EDIT;
            case FormChange.MoneyEntered _ -> Action.EDIT;
            case FormChange.ExplanationRecorded _ -> Action.EDIT;
            case FormChange.RulesChosen _ -> Action.EDIT;
        };
    }

    @Override
    public List<FieldChange> differences(String id, long from, long to) {
        Identity form = readable(id);
        List<Fact> facts = log.readAll(form.stream());
        for (long version : List.of(from, to)) {
            if (version < 1 || version > facts.size()) {
                throw PerformanceProblem.NO_SUCH_VERSION.exception(version);
            }
        }
        audit.read("form.compared", id);
        return FormDiff.between(facts, Math.min(from, to), Math.max(from, to));
    }

    @Override
    public FigureRecord figure(String id, String indicator) {
        FormRecord form = record(readable(id), -1);
        ScoredIndicator scored = form.scored().indicators().stream()
                .filter(i -> i.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> PerformanceProblem.NO_SUCH_INDICATOR.exception(indicator));
        Measure measure = Optional.ofNullable(scored.indicator().measure())
                .flatMap(measures::find)
                .orElse(null);
        Figure figure = form.state().figure(indicator).orElse(null);
        List<Finding> findings = form.findings().stream()
                .filter(finding -> indicator.equals(finding.indicator()))
                .toList();
        String path = "indicators/" + indicator + "/";
        List<HistoryItem> history = form.history().stream()
                .map(item -> new HistoryItem(
                        item.entry(),
                        item.differences().stream()
                                .filter(d -> d.path().startsWith(path))
                                .toList()))
                .filter(item -> !item.differences().isEmpty())
                .toList();
        audit.read("figure.read", id);
        return new FigureRecord(
                form, scored, measure, figure, figure == null ? null : seal(figure.fact()), findings, history);
    }

    /** Where a fact lies under the newest checkpoint; {@code null} while it is not sealed. */
    private FigureRecord.@Nullable Seal seal(FactRef fact) {
        OptionalLong leaf = sealed.leafIndex(fact);
        Optional<SealedLog.Sealed> checkpoint = sealed.latest();
        return leaf.isEmpty() || checkpoint.isEmpty() || checkpoint.get().size() <= leaf.getAsLong()
                ? null
                : new FigureRecord.Seal(leaf.getAsLong(), checkpoint.get().size());
    }

    @Override
    @Transactional
    public FormSummary change(String id, long seen, FormChange change) {
        return changeAll(id, seen, List.of(change));
    }

    @Override
    @Transactional
    public FormSummary changeAll(String id, long seen, List<FormChange> changes) {
        Identity form = readable(id);
        for (FormChange change : changes) {
            access.require(permission(action(change)), scope(form));
            if (change instanceof FormChange.FigureEntered entered) {
                requireKept(form, entered.files());
            }
        }
        store.lock(form.organisation());
        return append(form, writer.state(form), seen, changes);
    }

    /** The word of the audit for a change. */
    private static String deed(FormChange change) {
        return switch (change) {
            case FormChange.Opened _ -> "form.opened";
            case FormChange.Revised _ -> "form.revised";
            case FormChange.MoneyEntered _ -> "money.entered";
            case FormChange.FigureEntered _ -> "figure.entered";
            case FormChange.FigureMeasured _ -> "figure.measured";
            case FormChange.FigureWithdrawn _ -> "figure.withdrawn";
            case FormChange.ExplanationRecorded _ -> "explanation.recorded";
            case FormChange.DeductionRecorded _ -> "deduction.recorded";
            case FormChange.DeductionWithdrawn _ -> "deduction.withdrawn";
            case FormChange.RulesChosen _ -> "rules.chosen";
            case FormChange.Finalised _ -> "form.finalised";
            case FormChange.Reopened _ -> "form.reopened";
        };
    }

    /** A figure stands on files that are really here and were brought for this very form. */
    private void requireKept(Identity form, List<EvidenceFile> claimed) {
        Set<String> digests = new HashSet<>();
        for (EvidenceFile file : claimed) {
            digests.add(file.digest().text());
            if (files.find(file.digest().text())
                    .filter(stored -> stored.size() == file.size())
                    .isEmpty()) {
                throw PerformanceProblem.NO_SUCH_ENTRY.exception();
            }
        }
        if (!store.kept(form.id(), digests)) {
            throw PerformanceProblem.NO_SUCH_ENTRY.exception();
        }
    }

    private FormSummary append(Identity form, FormState before, long seen, List<FormChange> changes) {
        FormState state = before;
        long version = seen;
        for (FormChange change : changes) {
            state = writer.append(form, state, version, change, access.current().value());
            version++;
        }
        if (!changes.isEmpty()) {
            writer.review(form.organisation(), form.year());
            audit.wrote(deed(changes.getFirst()), form.id());
        }
        return store.summary(form.id()).orElseThrow();
    }

    @Override
    public FormSummary finalise(String id, long seen, String password) {
        Identity form = readable(id);
        access.require(Permission.FORM_FINALISE, scope(form));
        reauthentication.require(password);
        String by = access.current().value();
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(form.organisation());
            FormState before = writer.state(form);
            FormChange.Finalised change = new FormChange.Finalised(
                    before.statement(),
                    before.scores(),
                    sealer.sign(FormChange.Finalised.text(before.statement()), by));
            return append(form, before, seen, List.of(change));
        }));
    }

    @Override
    @Transactional
    public FormSummary open(String organisation, Form form) {
        access.require(Permission.FORM_EDIT, new OrganisationId(organisation));
        store.lock(organisation);
        Identity opened = writer.open(
                organisation, form, null, false, false, access.current().value());
        writer.review(organisation, form.year());
        audit.wrote("form.opened", opened.id());
        return store.summary(opened.id()).orElseThrow();
    }

    @Override
    @Transactional
    public EvidenceFile keep(String id, InputStream content, String name, String mediaType, @Nullable LocalDate dated)
            throws IOException {
        Identity form = readable(id);
        access.require(Permission.FIGURE_ENTER, scope(form));
        EvidenceFiles.StoredFile stored = files.store(content, mediaType);
        store.keep(form.id(), stored.digest());
        audit.wrote("file.kept", id);
        return new EvidenceFile(ContentDigest.parse(stored.digest()), name, stored.size(), stored.mediaType(), dated);
    }

    @Override
    public void copyFile(String id, String digest, OutputStream out) throws IOException {
        Identity form = readable(id);
        FormState state = writer.state(form);
        Stream<EvidenceFile> all = Stream.concat(
                state.figures().values().stream().flatMap(List::stream).flatMap(f -> f.files().stream()),
                Stream.ofNullable(state.source()));
        if (all.noneMatch(file -> file.digest().text().equals(digest))) {
            throw PerformanceProblem.NO_SUCH_ENTRY.exception();
        }
        audit.read("file.read", id);
        files.copy(digest, out);
    }

    @Override
    public void export(String id, String format, Locale language, OutputStream out) throws IOException {
        FormState state = writer.state(readable(id));
        audit.read("form.exported", id);
        printer.print(state, format, language, out);
    }

    @Override
    public Map<String, Integer> measureUses() {
        access.require(Permission.FORM_READ);
        return store.uses(scope());
    }

    @Override
    public List<MeasureUse> measureUses(String measure, int limit) {
        access.require(Permission.FORM_READ);
        audit.read("measure.read", "-");
        return store.uses(measure, scope(), limit);
    }

    @Override
    @Transactional
    public int rebuild() {
        List<Identity> forms = store.all();
        forms.stream()
                .map(Identity::organisation)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(store::lock);
        forms.forEach(writer::rebuild);
        forms.stream()
                .map(form -> Map.entry(form.organisation(), form.year()))
                .distinct()
                .forEach(each -> writer.review(each.getKey(), each.getValue()));
        return forms.size();
    }

    /** The form, if the person may read it. */
    private Identity readable(String id) {
        Identity form = store.find(id).orElseThrow(() -> PerformanceProblem.NO_SUCH_FORM.exception(id));
        access.require(Permission.FORM_READ, scope(form));
        return form;
    }

    private static OrganisationId scope(Identity form) {
        return new OrganisationId(form.organisation());
    }
}
