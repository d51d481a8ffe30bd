package org.diban.app.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.kernel.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people: what the system administrator does. */
@Component
class PeopleService {
    static final String LOGIN = "[a-z][a-z0-9._-]{1,39}";

    private static final int NAME_LENGTH = 60;
    private static final int PHONE_LENGTH = 30;

    /** What became of an act: done, or waiting for the consent of an audit administrator. */
    enum Outcome {
        DONE,
        WAITING
    }

    /** A new account and its one-time password. */
    record Created(PersonId id, String oneTimePassword) {}

    private final PersonStore people;
    private final OrganisationStore organisations;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final GrantStore grants;
    private final ConsentStore consents;
    private final Passwords passwords;
    private final CurrentAccess access;
    private final AuditRecorder audit;
    private final InstantSource clock;
    private final Ids ids;
    private final Secrets secrets = new Secrets();

    PeopleService(
            PersonStore people,
            OrganisationStore organisations,
            AccountStore accounts,
            SessionStore sessions,
            TokenStore tokens,
            GrantStore grants,
            ConsentStore consents,
            Passwords passwords,
            CurrentAccess access,
            AuditRecorder audit,
            InstantSource clock,
            Ids ids) {
        this.people = people;
        this.organisations = organisations;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.consents = consents;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    Listing<Person> list(ListQuery query) {
        access.require(Permission.PEOPLE_READ);
        audit.read("person.list", "-");
        return people.list(query);
    }

    /** Hands all rows of a query to a receiver, within one transaction. */
    @Transactional(readOnly = true)
    public void export(ListQuery query, Consumer<Stream<Person>> receiver) {
        access.require(Permission.PEOPLE_READ);
        audit.read("person.export", "-");
        try (Stream<Person> rows = people.stream(query)) {
            receiver.accept(rows);
        }
    }

    Person person(PersonId id) {
        access.require(Permission.PEOPLE_READ);
        Person person = known(id);
        audit.read("person.read", id.value());
        return person;
    }

    List<HeldGrant> grants(PersonId id) {
        access.require(Permission.PEOPLE_READ);
        return grants.of(id.value());
    }

    /** Makes an account. */
    @Transactional
    public Created create(String login, String name, String organisation, @Nullable String phone) {
        access.require(Permission.PEOPLE_EDIT);
        Fields fields = new Fields();
        String account = fields.shaped("login", login, LOGIN, AccessProblem.LOGIN_SHAPE);
        String called = fields.text("name", name, NAME_LENGTH);
        String telephone = fields.optional("phone", phone, PHONE_LENGTH);
        OrganisationId place = place(fields, organisation);
        fields.check();
        PersonId[] id = new PersonId[1];
        String[] password = new String[1];
        Fields.within("login", () -> {
            Created created = add(account, called, place, telephone);
            id[0] = created.id();
            password[0] = created.oneTimePassword();
        });
        audit.wrote("person.create", id[0].value());
        return new Created(id[0], password[0]);
    }

    /** Adds a person without asking who does it. */
    Created add(String login, String name, OrganisationId organisation, @Nullable String phone) {
        Instant now = now();
        PersonId id = new PersonId(ids.next("per"));
        String password = secrets.readable();
        people.add(id, login, name, organisation.value(), phone, now);
        accounts.create(id.value(), passwords.hash(password), now);
        return new Created(id, password);
    }

    @Transactional
    public void update(PersonId id, String name, String organisation, @Nullable String phone, long version) {
        access.require(Permission.PEOPLE_EDIT);
        Fields fields = new Fields();
        String called = fields.text("name", name, NAME_LENGTH);
        String telephone = fields.optional("phone", phone, PHONE_LENGTH);
        OrganisationId place = place(fields, organisation);
        fields.check();
        known(id);
        if (!people.update(id, called, place.value(), telephone, version)) {
            throw AccessProblem.CHANGED_MEANWHILE.exception();
        }
        audit.wrote("person.update", id.value());
    }

    /** Switches an account off; for an audit administrator, asks for consent. */
    @Transactional
    public Outcome disable(PersonId id, @Nullable String reason) {
        return actUpon(id, Consent.Action.DISABLE, reason, () -> carryOutDisable(id, now()));
    }

    /** Switches an account on again. It is not an act upon an auditor that could silence one. */
    @Transactional
    public void enable(PersonId id) {
        access.require(Permission.PEOPLE_EDIT);
        if (people.setDisabled(id, null)) {
            audit.wrote("person.enable", id.value());
        }
    }

    /** Gives an account a new one-time password, shown in the answer; for an audit administrator, asks for consent. */
    @Transactional
    public @Nullable String resetPassword(PersonId id, @Nullable String reason) {
        String[] password = new String[1];
        actUpon(id, Consent.Action.RESET_PASSWORD, reason, () -> password[0] = carryOutPassword(id));
        return password[0];
    }

    /** Takes the second factor off an account; for an audit administrator, asks for consent. */
    @Transactional
    public Outcome resetSecondFactor(PersonId id, @Nullable String reason) {
        return actUpon(id, Consent.Action.RESET_SECOND_FACTOR, reason, () -> carryOutSecondFactor(id));
    }

    private Outcome actUpon(PersonId id, Consent.Action action, @Nullable String reason, Runnable act) {
        access.require(Permission.PEOPLE_EDIT);
        if (id.equals(access.current())) {
            throw AccessProblem.NOT_ONESELF.exception();
        }
        known(id);
        if (!grants.holds(id.value(), Role.AUDIT_ADMIN)) {
            act.run();
            return Outcome.DONE;
        }
        Fields fields = new Fields();
        String why = fields.reason("reason", reason);
        fields.check();
        consents.ask(ids.next("con"), action, id.value(), why, access.current().value(), now());
        audit.wrote("consent.ask", id.value());
        return Outcome.WAITING;
    }

    void carryOutDisable(PersonId id, Instant at) {
        if (people.setDisabled(id, at)) {
            sessions.endOthers(id.value(), null, at);
            tokens.revokeAll(id.value(), at);
            audit.wrote("person.disable", id.value());
        }
    }

    String carryOutPassword(PersonId id) {
        String password = secrets.readable();
        Instant now = now();
        accounts.setPassword(id.value(), passwords.hash(password), true, now);
        sessions.endOthers(id.value(), null, now);
        audit.wrote("person.password", id.value());
        return password;
    }

    void carryOutSecondFactor(PersonId id) {
        accounts.setSecondFactor(id.value(), null, 0);
        audit.wrote("person.second-factor", id.value());
    }

    private Person known(PersonId id) {
        return people.find(id).orElseThrow(AccessProblem.NO_PERSON::exception);
    }

    private OrganisationId place(Fields fields, String organisation) {
        OrganisationId id;
        if (!Ids.isId("org", organisation)
                || organisations
                        .find(id = new OrganisationId(organisation))
                        .filter(o -> !o.closed())
                        .isEmpty()) {
            fields.add(AccessProblem.NO_ORGANISATION.at(Fields.at("organisation")));
            return organisations.district().id();
        }
        return id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
