package org.diban.app.access.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.diban.app.access.AccessSetup;
import org.diban.app.access.FirstAccount;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.Role;
import org.diban.kernel.id.Ids;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** People with roles, passwords and sessions for tests of other features: real accounts, real grants, real sessions. */
@Component
public class TestPeople {
    private final AccessSetup setup;
    private final Setup first;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final OrganisationStore organisations;
    private final Passwords passwords;
    private final Recognition recognition;
    private final ProfileService profile;
    private final InstantSource clock;
    private final Ids ids;

    TestPeople(
            AccessSetup setup,
            Setup first,
            AccountStore accounts,
            SessionStore sessions,
            OrganisationStore organisations,
            Passwords passwords,
            Recognition recognition,
            ProfileService profile,
            InstantSource clock,
            Ids ids) {
        this.setup = setup;
        this.first = first;
        this.accounts = accounts;
        this.sessions = sessions;
        this.organisations = organisations;
        this.passwords = passwords;
        this.recognition = recognition;
        this.profile = profile;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody who is signed in. */
    public record Actor(String id, String login, String password, String session) {
        /** The cookie of the session. */
        public String cookie() {
            return "diban.session=" + session;
        }
    }

    /** The district, made when there is none yet. */
    public OrganisationId district() {
        first.administrators();
        return organisations.district().id();
    }

    /** A department of the district. */
    public OrganisationId department(String name) {
        district();
        return setup.addOrganisations(List.of(new AccessSetup.NewOrganisation(
                        null, org.diban.app.access.Organisation.Kind.DEPARTMENT, name, null, null)))
                .getFirst();
    }

    /** A new person with roles for an organisation, signed in. */
    public Actor actor(String login, OrganisationId where, Role... roles) {
        FirstAccount account = setup.addPeople(List.of(new AccessSetup.NewPerson(
                        login,
                        "测试" + login,
                        where,
                        java.util.Arrays.stream(roles)
                                .map(role -> new AccessSetup.NewGrant(role, where))
                                .toList())))
                .getFirst();
        return signedIn(account.id().value(), login);
    }

    /** The audit administrator of the first start, signed in: no other can be made without a consent. */
    public Actor auditor() {
        district();
        return signedIn(accounts.withLogin("audadmin").orElseThrow().person(), "audadmin");
    }

    private Actor signedIn(String id, String login) {
        String password = "Correct-horse-" + login + "-7";
        java.time.Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        accounts.setPassword(id, passwords.hash(password), false, now);
        String secret = new Secrets().token();
        sessions.start(ids.next("ses"), Secrets.hash(secret), id, true, "127.0.0.1", "test", now);
        return new Actor(id, login, password, secret);
    }

    /** A token of a person that may do some of what the person may. */
    public String token(Actor actor, Permission... permissions) {
        return as(actor, () -> profile.createToken("test", List.of(permissions), 1));
    }

    /** Does something as a person. */
    public <T> T as(Actor actor, Callable<T> work) {
        SignedIn signedIn = recognition.ofSession(actor.session()).orElseThrow();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(signedIn, "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
