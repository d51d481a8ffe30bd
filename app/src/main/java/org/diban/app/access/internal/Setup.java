package org.diban.app.access.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.AccessSetup;
import org.diban.app.access.FirstAccount;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.kernel.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an installation, and makes the three administrators of a new one. */
@Component
class Setup implements AccessSetup {
    private final OrganisationStore organisations;
    private final PersonStore people;
    private final PeopleService accounts;
    private final GrantStore grants;
    private final AuditRecorder audit;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Ids ids;

    Setup(
            OrganisationStore organisations,
            PersonStore people,
            PeopleService accounts,
            GrantStore grants,
            AuditRecorder audit,
            JdbcClient jdbc,
            InstantSource clock,
            Ids ids) {
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes the district and its three administrators; nothing when there is anybody already. Of several nodes that start at once, one does it. */
    @Transactional
    public List<FirstAccount> administrators() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('access.first-start'))")
                .query((row, n) -> n)
                .list();
        if (!people.isEmpty()) {
            return List.of();
        }
        OrganisationId district = new OrganisationId(ids.next("org"));
        organisations.add(district, null, Organisation.Kind.DISTRICT, "本区", "The district", null);
        List<FirstAccount> made = new ArrayList<>();
        made.add(addPerson("sysadmin", "系统管理员", district, List.of(new NewGrant(Role.SYSTEM_ADMIN, district))));
        made.add(addPerson("secadmin", "安全管理员", district, List.of(new NewGrant(Role.SECURITY_ADMIN, district))));
        made.add(addPerson("audadmin", "审计管理员", district, List.of(new NewGrant(Role.AUDIT_ADMIN, district))));
        return made;
    }

    @Override
    @Transactional
    public void nameDistrict(String name, @Nullable String nameEn, @Nullable String code) {
        Organisation district = organisations.district();
        organisations.rename(district.id(), name, nameEn, code, district.version());
        audit.wrote("organisation.update", district.id().value());
    }

    @Override
    @Transactional
    public List<OrganisationId> addOrganisations(List<NewOrganisation> wanted) {
        OrganisationId district = organisations.district().id();
        List<OrganisationId> made = new ArrayList<>();
        for (NewOrganisation organisation : wanted) {
            OrganisationId parent = organisation.parentCode() == null
                    ? district
                    : organisations
                            .withCode(organisation.parentCode())
                            .orElseThrow(AccessProblem.NO_ORGANISATION::exception)
                            .id();
            OrganisationId id = new OrganisationId(ids.next("org"));
            organisations.add(
                    id, parent, organisation.kind(), organisation.name(), organisation.nameEn(), organisation.code());
            made.add(id);
        }
        audit.wrote("organisation.import", district.value());
        return made;
    }

    @Override
    @Transactional
    public List<FirstAccount> addPeople(List<NewPerson> wanted) {
        List<FirstAccount> made = new ArrayList<>();
        for (NewPerson person : wanted) {
            made.add(addPerson(person.login(), person.name(), person.organisation(), person.grants()));
        }
        return made;
    }

    private FirstAccount addPerson(String login, String name, OrganisationId organisation, List<NewGrant> roles) {
        PeopleService.Created created = accounts.add(login, name, organisation, null);
        PersonId id = created.id();
        for (NewGrant grant : roles) {
            grants.add(
                    ids.next("grt"),
                    id.value(),
                    grant.role(),
                    grant.organisation().value(),
                    AuditRecorder.SYSTEM,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        audit.wrote("person.create", id.value());
        return new FirstAccount(id, login, roles.stream().map(NewGrant::role).toList(), created.oneTimePassword());
    }
}
