package org.diban.app.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.PeopleService.Outcome;
import org.diban.kernel.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles: what the security administrator grants, and what an audit administrator must consent to.
 *
 * <p>Making or removing an audit administrator, and disabling or resetting one, is asked for by the security or the system administrator
 * and done when another person, an audit administrator, consents. The database refuses the grant and the disabling otherwise.
 */
@Component
class GrantService {
    private final GrantStore grants;
    private final PersonStore people;
    private final OrganisationStore organisations;
    private final ConsentStore consents;
    private final PeopleService accounts;
    private final CurrentAccess access;
    private final AuditRecorder audit;
    private final InstantSource clock;
    private final Ids ids;

    GrantService(
            GrantStore grants,
            PersonStore people,
            OrganisationStore organisations,
            ConsentStore consents,
            PeopleService accounts,
            CurrentAccess access,
            AuditRecorder audit,
            InstantSource clock,
            Ids ids) {
        this.grants = grants;
        this.people = people;
        this.organisations = organisations;
        this.consents = consents;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Grants a role; for that of the audit administrator, asks for consent. */
    @Transactional
    public Outcome grant(PersonId id, Role role, OrganisationId organisation, @Nullable String reason) {
        access.require(Permission.GRANT_EDIT);
        if (id.equals(access.current())) {
            throw AccessProblem.NOT_ONESELF.exception();
        }
        Person person = people.find(id).orElseThrow(AccessProblem.NO_PERSON::exception);
        if (person.disabled() != null) {
            throw AccessProblem.PERSON_DISABLED.exception();
        }
        if (organisations.find(organisation).filter(o -> !o.closed()).isEmpty()) {
            throw AccessProblem.NO_ORGANISATION.exception();
        }
        if (role.administrator()
                && !organisation.equals(organisations.district().id())) {
            throw AccessProblem.DISTRICT_ONLY.exception();
        }
        if (isSeparatedFrom(role, person.roles())) {
            throw AccessProblem.SEPARATED.exception();
        }
        if (role == Role.AUDIT_ADMIN) {
            return ask(Consent.Action.GRANT_AUDIT, id, reason);
        }
        grants.add(
                ids.next("grt"),
                id.value(),
                role,
                organisation.value(),
                access.current().value(),
                null,
                now());
        audit.wrote("grant.add", id.value());
        return Outcome.DONE;
    }

    /** Whether separation of duties forbids a role beside those held. */
    static boolean isSeparatedFrom(Role role, List<Role> held) {
        return held.stream().anyMatch(other -> other != role && (other.administrator() || role.administrator()));
    }

    /** Takes a role away; for that of an audit administrator, asks for consent. */
    @Transactional
    public Outcome revoke(PersonId id, String grant, @Nullable String reason) {
        access.require(Permission.GRANT_EDIT);
        HeldGrant held = grants.of(id.value()).stream()
                .filter(g -> g.id().equals(grant) && g.revoked() == null)
                .findFirst()
                .orElseThrow(AccessProblem.NO_GRANT::exception);
        if (held.role() == Role.AUDIT_ADMIN) {
            return ask(Consent.Action.REVOKE_AUDIT, id, reason);
        }
        if (!grants.revoke(grant, access.current().value(), null, now())) {
            throw AccessProblem.NO_GRANT.exception();
        }
        audit.wrote("grant.revoke", id.value());
        return Outcome.DONE;
    }

    private Outcome ask(Consent.Action action, PersonId person, @Nullable String reason) {
        Fields fields = new Fields();
        String why = fields.reason("reason", reason);
        fields.check();
        consents.ask(
                ids.next("con"), action, person.value(), why, access.current().value(), now());
        audit.wrote("consent.ask", person.value());
        return Outcome.WAITING;
    }

    List<Consent> waiting() {
        access.require(Permission.AUDIT_CONSENT);
        return consents.open();
    }

    /**
     * Consents to an act upon an audit administrator, which is then done, or declines it.
     *
     * @return the one-time password, when the act was to make one; shown to the auditor, who hands it over
     */
    @Transactional
    public @Nullable String decide(String id, boolean approved) {
        access.require(Permission.AUDIT_CONSENT);
        Consent consent = consents.lock(id).orElseThrow(AccessProblem.NO_CONSENT::exception);
        String me = access.current().value();
        if (consent.askedBy().equals(me)) {
            throw AccessProblem.NOT_ONESELF.exception();
        }
        Instant now = now();
        consents.decide(id, approved, me, now);
        String password = approved ? carryOut(consent, now) : null;
        audit.wrote(approved ? "consent.approve" : "consent.decline", consent.person());
        return password;
    }

    private @Nullable String carryOut(Consent consent, Instant now) {
        PersonId person = new PersonId(consent.person());
        return switch (consent.action()) {
            case GRANT_AUDIT -> {
                String district = organisations.district().id().value();
                grants.add(
                        ids.next("grt"),
                        person.value(),
                        Role.AUDIT_ADMIN,
                        district,
                        consent.askedBy(),
                        consent.id(),
                        now);
                yield null;
            }
            case REVOKE_AUDIT -> {
                for (HeldGrant grant : grants.of(person.value())) {
                    if (grant.role() == Role.AUDIT_ADMIN && grant.revoked() == null) {
                        grants.revoke(grant.id(), consent.askedBy(), consent.id(), now);
                    }
                }
                yield null;
            }
            case DISABLE -> {
                accounts.carryOutDisable(person, now);
                yield null;
            }
            case RESET_PASSWORD -> accounts.carryOutPassword(person);
            case RESET_SECOND_FACTOR -> {
                accounts.carryOutSecondFactor(person);
                yield null;
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
