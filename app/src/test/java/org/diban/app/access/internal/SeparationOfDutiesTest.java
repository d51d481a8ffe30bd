package org.diban.app.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.Audit;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.PeopleService.Outcome;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.shell.ShellProblem;
import org.diban.evidence.Fact;
import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.time.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What no two people, and no service, may do to an audit administrator or by combining roles. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeparationOfDutiesTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private GrantService grants;

    @Autowired
    private PeopleService accounts;

    @Autowired
    private ProfileService profile;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Recognition recognition;

    @Autowired
    private CurrentAccess access;

    @Autowired
    private Audit audit;

    @Autowired
    private EvidenceLog log;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId district;
    private Actor system;
    private Actor security;
    private Actor auditor;

    @BeforeAll
    void meet() {
        district = people.district();
        system = people.actor("sys2", district, Role.SYSTEM_ADMIN);
        security = people.actor("sec2", district, Role.SECURITY_ADMIN);
        auditor = people.auditor();
    }

    private static PersonId id(Actor actor) {
        return new PersonId(actor.id());
    }

    private Outcome grant(Actor to, Role role, String reason) {
        return people.as(security, () -> grants.grant(id(to), role, district, reason));
    }

    private void assertRefused(ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code.code()));
    }

    @Test
    void the_first_start_makes_three_administrators_who_must_change_their_passwords() {
        assertThat(jdbc.sql("""
                        SELECT p.login || ' ' || g.role || ' ' || (c.must_change OR p.login = 'audadmin') FROM access.person p
                        JOIN access.role_grant g ON g.person = p.id JOIN access.credential c ON c.person = p.id
                        WHERE p.login LIKE '%admin' ORDER BY 1
                        """).query((row, n) -> row.getString(1)).list())
                .containsExactly(
                        "audadmin AUDIT_ADMIN true", "secadmin SECURITY_ADMIN true", "sysadmin SYSTEM_ADMIN true");
    }

    @Test
    void no_administrator_may_read_business_data() {
        for (Role role : Role.values()) {
            if (role.administrator()) {
                assertThat(role.permissions())
                        .as(role.name())
                        .doesNotContain(
                                Permission.FORM_READ,
                                Permission.FORM_EDIT,
                                Permission.EVIDENCE_READ,
                                Permission.EVIDENCE_BUNDLE,
                                Permission.FIGURE_ENTER);
                for (Role other : Role.values()) {
                    if (other.administrator() && other != role) {
                        assertThat(role.permissions())
                                .doesNotContainAnyElementsOf(other.permissions().stream()
                                        .filter(p -> p != Permission.PEOPLE_READ)
                                        .toList());
                    }
                }
            }
        }
    }

    @Test
    void the_service_refuses_every_combination_with_an_administrator() {
        Actor leader = people.actor("leader2", district, Role.LEADER);
        assertRefused(AccessProblem.SEPARATED, () -> grant(leader, Role.SYSTEM_ADMIN, ""));
        assertRefused(AccessProblem.SEPARATED, () -> grant(system, Role.SECURITY_ADMIN, ""));
        assertRefused(AccessProblem.SEPARATED, () -> grant(system, Role.LEADER, ""));
        assertRefused(AccessProblem.SEPARATED, () -> grant(system, Role.AUDIT_ADMIN, "x"));
        assertThat(grant(leader, Role.ASSESSOR, "")).isEqualTo(Outcome.DONE);
    }

    @Test
    void the_database_refuses_it_too_whoever_asks() {
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM_ADMIN) {
                assertThatThrownBy(() -> insertGrant(system.id(), role))
                        .as(role.name())
                        .isInstanceOf(DataAccessException.class);
            }
        }
        Actor plain = people.actor("plain2", district);
        assertThatThrownBy(() -> insertGrant(plain.id(), Role.AUDIT_ADMIN)).hasMessageContaining("consent");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM access.role_grant").update())
                .hasMessageContaining("revoked, never changed or deleted");
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE access.role_grant SET role = 'LEADER'").update())
                .hasMessageContaining("revoked, never changed or deleted");
        assertThatThrownBy(() -> jdbc.sql("UPDATE access.person SET disabled = now() WHERE id = ?")
                        .param(auditor.id())
                        .update())
                .hasMessageContaining("consent");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM access.audit").update()).hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("TRUNCATE access.audit").update()).hasMessageContaining("never changed");
    }

    private void insertGrant(String person, Role role) {
        jdbc.sql("""
                        INSERT INTO access.role_grant (id, person, role, organisation, granted_by, granted)
                        VALUES ('grt_test' || random(), ?, ?, ?, 'test', now())
                        """).params(person, role.name(), district.value()).update();
    }

    @Test
    void an_auditor_is_made_and_silenced_only_with_the_consent_of_an_auditor() {
        Actor second = people.actor("aud2", district);
        assertRefused(AccessProblem.REASON, () -> grant(second, Role.AUDIT_ADMIN, ""));
        assertThat(grant(second, Role.AUDIT_ADMIN, "second auditor")).isEqualTo(Outcome.WAITING);
        assertRefused(AccessProblem.CONSENT_ASKED, () -> grant(second, Role.AUDIT_ADMIN, "again"));
        assertThat(may(second, Permission.AUDIT_READ)).isFalse();
        String consent = people.as(auditor, () -> grants.waiting().getFirst().id());
        assertRefused(ShellProblem.DENIED, () -> people.as(security, () -> grants.decide(consent, true)));
        assertRefused(ShellProblem.DENIED, () -> people.as(system, () -> grants.decide(consent, true)));
        people.as(auditor, () -> decide(consent, true));
        assertThat(may(second, Permission.AUDIT_READ)).isTrue();

        String password = people.as(system, () -> String.valueOf(accounts.resetPassword(id(second), "lost")));
        assertThat(password).as("waits for consent").isEqualTo("null");
        assertThat(people.as(system, () -> accounts.disable(id(second), "left")))
                .isEqualTo(Outcome.WAITING);
        List<Consent> open = people.as(auditor, () -> grants.waiting());
        assertThat(open)
                .extracting(Consent::action)
                .containsExactly(Consent.Action.RESET_PASSWORD, Consent.Action.DISABLE);
        people.as(auditor, () -> decide(open.get(0).id(), false));
        people.as(auditor, () -> decide(open.get(1).id(), true));
        assertThat(recognition.ofSession(second.session())).isEmpty();
    }

    @Test
    void the_last_auditor_stays() {
        assertThat(people.as(system, () -> accounts.disable(id(auditor), "try")))
                .isEqualTo(Outcome.WAITING);
        String consent = people.as(
                auditor,
                () -> grants.waiting().stream()
                        .filter(c -> c.person().equals(auditor.id()))
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertRefused(AccessProblem.LAST_AUDITOR, () -> people.as(auditor, () -> decide(consent, true)));
        people.as(auditor, () -> decide(consent, false));
        assertThat(recognition.ofSession(auditor.session())).isPresent();
    }

    private String decide(String consent, boolean approved) {
        String password = grants.decide(consent, approved);
        return password == null ? "" : password;
    }

    private boolean may(Actor actor, Permission permission) {
        return recognition.ofSession(actor.session()).orElseThrow().may(permission);
    }

    @Test
    void a_grant_holds_for_what_lies_below_and_nothing_beside() {
        OrganisationId one = people.department("甲局");
        OrganisationId two = people.department("乙局");
        Actor officer = people.actor("scoped", one, Role.FINANCE_OFFICER);
        people.as(officer, () -> {
            assertThat(access.may(Permission.FORM_READ, one)).isTrue();
            assertThat(access.may(Permission.FORM_READ, two)).isFalse();
            assertThat(access.may(Permission.FORM_READ, district)).isFalse();
            assertThat(access.reach(Permission.FORM_READ)).containsExactly(one);
            return "";
        });
        Actor leader = people.actor("overall", district, Role.LEADER);
        assertThat(people.as(leader, () -> access.reach(Permission.FORM_READ))).contains(district, one, two);
        long before = denied(officer);
        assertRefused(
                ShellProblem.DENIED,
                () -> people.as(officer, () -> {
                    access.require(Permission.FORM_READ, two);
                    return "";
                }));
        assertThat(denied(officer)).isEqualTo(before + 1);
    }

    private long denied(Actor actor) {
        return jdbc.sql("SELECT count(*) FROM access.audit WHERE person = ? AND result = 'DENIED'")
                .param(actor.id())
                .query(Long.class)
                .single();
    }

    @Test
    void every_audit_line_is_a_fact_without_names() {
        people.as(system, () -> {
            audit.read("person.read", system.id());
            return "";
        });
        String stream = "audit/" + java.time.Year.now(Period.ZONE);
        List<Fact> facts = log.readAll(stream);
        long lines = jdbc.sql("SELECT count(*) FROM access.audit WHERE stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
        assertThat(facts).hasSize((int) lines);
        Fact last = facts.getLast();
        assertThat(last.by()).isEqualTo(system.id());
        assertThat(last.body().string("object")).isEqualTo(system.id());
        assertThat(facts.toString()).doesNotContain("测试", "127.0.0.1");
    }

    @Test
    void five_wrong_passwords_lock_the_account_even_for_the_right_one() {
        Actor victim = people.actor("victim", district);
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(victim.login(), "wrong-" + i, "10.0.0." + i))
                    .isEqualTo(AccessProblem.SIGN_IN_FAILED.code());
        }
        assertThat(attempt(victim.login(), victim.password(), "10.0.0.9")).isEqualTo(AccessProblem.LOCKED.code());
        assertThat(attempt("nobody-of-this-name", "x", "10.0.0.9")).isEqualTo(AccessProblem.SIGN_IN_FAILED.code());
    }

    @Test
    void twenty_failures_lock_an_address() {
        for (int i = 0; i < 20; i++) {
            attempt("guess" + i, "x", "10.9.9.9");
        }
        assertThat(attempt(system.login(), system.password(), "10.9.9.9")).isEqualTo(AccessProblem.LOCKED.code());
    }

    @Test
    void a_new_session_ends_the_older_one() {
        Actor person = people.actor("twice", district);
        assertThat(recognition.ofSession(person.session())).isPresent();
        assertThat(attempt(person.login().toUpperCase(Locale.ROOT), person.password(), "10.0.1.1"))
                .isEmpty();
        assertThat(recognition.ofSession(person.session())).isEmpty();
    }

    private String attempt(String login, String password, String address) {
        return switch (signIn.attempt(login, password, address, "test")) {
            case SignIn.Outcome.Started started -> "";
            case SignIn.Outcome.Refused refused -> refused.problem().code();
        };
    }

    @Test
    void a_weak_or_used_password_is_refused_with_every_reason() {
        Actor person = people.actor("weakling", district);
        assertThatThrownBy(() -> people.as(person, () -> change(person.password(), "weakling", "other")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.code())
                                .containsExactly("ACC-1006", "ACC-1007", "ACC-1008", "ACC-1010"));
        people.as(person, () -> change(person.password(), "First-phrase-11", "First-phrase-11"));
        people.as(person, () -> change("First-phrase-11", "Another-phrase-22", "Another-phrase-22"));
        for (String used : List.of("First-phrase-11", "Another-phrase-22")) {
            assertRefused(
                    AccessProblem.PASSWORD_USED,
                    () -> people.as(person, () -> change("Another-phrase-22", used, used)));
        }
    }

    private String change(String present, String wanted, String again) {
        profile.changePassword(present, wanted, again);
        return "";
    }

    @Test
    void a_second_factor_asks_for_a_code_that_counts_once() {
        Actor person = people.actor("careful", district);
        byte[] secret = profile.proposeSecret();
        long step = java.time.Instant.now().getEpochSecond() / 30;
        List<String> recovery = people.as(person, () -> profile.enrol(secret, Totp.code(secret, step)));
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
        SignIn.Outcome outcome = signIn.attempt(person.login(), person.password(), "10.0.2.1", "test");
        String session = ((SignIn.Outcome.Started) outcome).secret();
        SignedIn half = recognition.ofSession(session).orElseThrow();
        assertThat(half.complete()).isFalse();
        assertThat(signIn.tryCode(half, Totp.code(secret, step)))
                .as("used at enrolment")
                .isPresent();
        assertThat(signIn.tryCode(half, recovery.getFirst())).isEmpty();
        assertThat(recognition.ofSession(session).orElseThrow().complete()).isTrue();
        assertThat(signIn.tryCode(half, recovery.getFirst()))
                .as("a recovery code counts once")
                .isPresent();
    }

    @Test
    void a_token_may_what_was_chosen_and_what_its_owner_still_may() {
        Actor owner = people.actor("owner", district, Role.SUPERVISOR);
        String token = people.as(
                owner, () -> profile.createToken("t", List.of(Permission.FORM_READ, Permission.PEOPLE_EDIT), 1));
        assertThat(token).startsWith("dbn_").hasSize(47);
        SignedIn as = recognition.ofToken(token).orElseThrow();
        assertThat(as.scopes().keySet()).containsExactly(Permission.FORM_READ);
        assertThat(jdbc.sql("SELECT count(*) FROM access.api_token WHERE encode(secret_hash, 'escape') LIKE '%dbn_%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        String grant =
                people.as(system, () -> accounts.grants(id(owner)).getFirst().id());
        people.as(security, () -> grants.revoke(id(owner), grant, ""));
        assertThat(recognition.ofToken(token).orElseThrow().scopes()).isEmpty();
        String tokenId = people.as(owner, () -> profile.tokens().getFirst().id());
        people.as(owner, () -> {
            profile.revokeToken(tokenId);
            return "";
        });
        assertThat(recognition.ofToken(token)).isEmpty();
        assertThat(recognition.ofToken("dbn_")).isEmpty();
    }
}
