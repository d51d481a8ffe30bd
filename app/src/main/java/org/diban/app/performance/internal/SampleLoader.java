package org.diban.app.performance.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diban.app.access.AccessSetup;
import org.diban.app.access.FirstAccount;
import org.diban.app.access.OneTimePasswords;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Organisations;
import org.diban.app.access.Role;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.internal.FormStore.Identity;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.sample.district.PublishedForms;
import org.diban.sample.district.SampleDistrict;
import org.diban.sample.district.SampleFile;
import org.diban.sample.district.SamplePerson;
import org.diban.sample.district.SampleProject;
import org.diban.sample.district.SampleUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sample of a first start: a synthetic district with people, and projects whose forms people work on, and beside it the figures of the
 * eleven published forms, by the same import as everybody's. In one transaction, and only into an installation that holds nothing.
 */
@Component
@ConditionalOnProperty("diban.sample")
@Order(0)
class SampleLoader implements ApplicationRunner {
    private static final long SEED = 2024;
    private static final String AUTHOR = "system";
    private static final String CENTRE = "centre";

    private final AccessSetup setup;
    private final Organisations organisations;
    private final OneTimePasswords passwords;
    private final MeasureCatalogue measures;
    private final FormStore store;
    private final FormWriter writer;
    private final ImportService imports;
    private final EvidenceFiles files;
    private final TransactionTemplate transaction;

    SampleLoader(
            AccessSetup setup,
            Organisations organisations,
            OneTimePasswords passwords,
            MeasureCatalogue measures,
            FormStore store,
            FormWriter writer,
            ImportService imports,
            EvidenceFiles files,
            TransactionTemplate transaction) {
        this.setup = setup;
        this.organisations = organisations;
        this.passwords = passwords;
        this.measures = measures;
        this.store = store;
        this.writer = writer;
        this.imports = imports;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<FirstAccount> accounts =
                Objects.requireNonNull(transaction.execute(status -> isNew() ? load() : List.of()));
        if (!accounts.isEmpty()) {
            passwords.show(accounts);
        }
    }

    private boolean isNew() {
        store.lock("sample");
        return store.all().isEmpty() && organisations.all().size() <= 1;
    }

    private List<FirstAccount> load() {
        SampleDistrict sample = SampleDistrict.of(SEED, measures);
        Map<String, OrganisationId> units = units(sample.units());
        List<SamplePerson> workers = sample.people().stream()
                .filter(person -> person.roles().stream().map(Role::valueOf).noneMatch(Role::administrator))
                .toList();
        List<FirstAccount> accounts = setup.addPeople(workers.stream()
                .map(person -> new AccessSetup.NewPerson(
                        person.login(),
                        person.name().zh(),
                        unit(units, person.unit()),
                        person.roles().stream()
                                .map(role -> new AccessSetup.NewGrant(Role.valueOf(role), district()))
                                .toList()))
                .toList());
        Map<String, String> people = new HashMap<>();
        accounts.forEach(account -> people.put(account.login(), account.id().value()));
        try {
            published(unit(units, CENTRE));
            for (SampleProject project : sample.projects()) {
                invented(project, unit(units, project.unit()), people);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accounts;
    }

    private OrganisationId district() {
        return organisations.district().id();
    }

    private static OrganisationId unit(Map<String, OrganisationId> units, String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    private Map<String, OrganisationId> units(List<SampleUnit> units) {
        Map<String, OrganisationId> made = new HashMap<>();
        SampleUnit district = units.getFirst();
        setup.nameDistrict(district.name().zh(), district.name().en(), null);
        made.put(district.key(), district());
        List<SampleUnit> below = units.subList(1, units.size());
        List<OrganisationId> ids = setup.addOrganisations(below.stream()
                .map(unit -> new AccessSetup.NewOrganisation(
                        district.key().equals(unit.parent()) || unit.parent() == null ? null : code(unit.parent()),
                        Organisation.Kind.valueOf(unit.kind().name()),
                        unit.name().zh(),
                        unit.name().en(),
                        code(unit.key())))
                .toList());
        for (int i = 0; i < below.size(); i++) {
            made.put(below.get(i).key(), ids.get(i));
        }
        return made;
    }

    /** A code that no real organisation has. */
    private static String code(String key) {
        return "SAMPLE"
                + key.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "").replace("OPERATIONS", "OPS");
    }

    private void published(OrganisationId organisation) throws IOException {
        ImportRecord kept = imports.keep(
                organisation.value(),
                PublishedForms.NAME,
                new ByteArrayInputStream(PublishedForms.bytes()),
                AUTHOR,
                false);
        imports.check(kept.id());
        imports.take(kept.id(), false, false, AUTHOR, false, done -> {});
    }

    private void invented(SampleProject project, OrganisationId organisation, Map<String, String> people)
            throws IOException {
        List<SampleProject.Step> steps = new ArrayList<>(project.steps());
        SampleProject.Step first = steps.removeFirst();
        FormChange.Opened opening = (FormChange.Opened) first.change();
        store.lock(organisation.value());
        Identity form = writer.open(organisation.value(), opening.form(), null, true, false, by(people, first.by()));
        for (SampleFile file : project.files()) {
            EvidenceFiles.StoredFile stored = files.store(
                    new ByteArrayInputStream(file.bytes()), file.reference().mediaType());
            store.keep(form.id(), stored.digest());
        }
        FormState state = writer.state(form);
        for (SampleProject.Step step : steps) {
            state = writer.append(form, state, state.length(), step.change(), by(people, step.by()));
        }
        writer.review(organisation.value(), form.year());
    }

    private static String by(Map<String, String> people, String login) {
        return people.getOrDefault(login, AUTHOR);
    }
}
