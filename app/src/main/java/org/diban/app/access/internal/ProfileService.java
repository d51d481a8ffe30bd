package org.diban.app.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.Permission;
import org.diban.app.shell.LanguageChosen;
import org.diban.kernel.id.Ids;
import org.diban.kernel.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account: password, second factor, sessions, tokens. */
@Component
class ProfileService {
    private static final int RECOVERY_CODES = 8;
    private static final String TOKEN_PREFIX = "dbn_";

    private final AccountStore accounts;
    private final PersonStore people;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Passwords passwords;
    private final CurrentAccess access;
    private final AuditRecorder audit;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final Secrets secrets = new Secrets();

    ProfileService(
            AccountStore accounts,
            PersonStore people,
            SessionStore sessions,
            TokenStore tokens,
            Passwords passwords,
            CurrentAccess access,
            AuditRecorder audit,
            AccessSettings settings,
            InstantSource clock,
            Ids ids) {
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Changes the password and ends all other sessions. */
    @Transactional
    public void changePassword(String present, String wanted, String again) {
        SignedIn who = access.signedIn();
        if (who.missing() == SignedIn.Step.CODE) {
            throw org.diban.app.shell.ShellProblem.DENIED.exception();
        }
        Account account = account(who);
        Fields fields = new Fields();
        if (!passwords.matches(present, account.passwordHash())) {
            fields.add(AccessProblem.PASSWORD_CURRENT.at(Fields.at("present")));
        }
        List<Problem> weak = passwords.check(wanted, account.login(), "wanted");
        fields.addAll(weak);
        if (!wanted.equals(again)) {
            fields.add(AccessProblem.PASSWORD_REPEAT.at(Fields.at("again")));
        }
        fields.check();
        if (accounts.hashes(who.id(), settings.passwordHistory()).stream()
                .anyMatch(h -> passwords.matches(wanted, h))) {
            fields.add(AccessProblem.PASSWORD_USED.at(Fields.at("wanted"), settings.passwordHistory()));
            fields.check();
        }
        Instant now = now();
        accounts.setPassword(who.id(), passwords.hash(wanted), false, now);
        sessions.endOthers(who.id(), who.session(), now);
        audit.wrote("profile.password", who.id());
    }

    /** A new secret for a second factor, to be confirmed with a code before it counts. */
    byte[] proposeSecret() {
        return secrets.bytes(Totp.SECRET_BYTES);
    }

    /**
     * Sets up the second factor.
     *
     * @return the recovery codes, shown once
     */
    @Transactional
    public List<String> enrol(byte[] secret, String code) {
        SignedIn who = access.signedIn();
        Account account = account(who);
        if (account.totpSecret() != null) {
            throw org.diban.app.shell.ShellProblem.BAD_REQUEST.exception();
        }
        OptionalLong step = Totp.match(secret, code.replace(" ", ""), now(), 0);
        if (secret.length != Totp.SECRET_BYTES || step.isEmpty()) {
            Fields fields = new Fields();
            fields.add(AccessProblem.CODE_WRONG.at(Fields.at("code")));
            fields.check();
        }
        accounts.setSecondFactor(who.id(), secret, step.orElseThrow());
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String recovery = secrets.readable();
            accounts.addRecoveryCode(who.id(), Secrets.hash(recovery));
            codes.add(recovery);
        }
        sessions.passSecondFactor(Objects.requireNonNull(who.session()));
        audit.wrote("profile.second-factor", who.id());
        return codes;
    }

    /** Takes the second factor off for somebody who knows the password, unless a role needs it. */
    @Transactional
    public void removeSecondFactor(String present) {
        SignedIn who = access.signedIn();
        if (!passwords.matches(present, account(who).passwordHash())) {
            throw AccessProblem.PASSWORD_CURRENT.exception();
        }
        if (!Collections.disjoint(who.roles(), settings.secondFactor())) {
            throw AccessProblem.SECOND_FACTOR_REQUIRED.exception();
        }
        accounts.setSecondFactor(who.id(), null, 0);
        audit.wrote("profile.second-factor-removed", who.id());
    }

    Account account(SignedIn who) {
        return accounts.of(who.id()).orElseThrow(AccessProblem.NO_PERSON::exception);
    }

    int recoveryCodesLeft() {
        return accounts.recoveryCodesLeft(access.signedIn().id());
    }

    List<OpenSession> sessions() {
        Instant now = now();
        return sessions.open(access.signedIn().id(), now.minus(settings.idle()), now.minus(settings.sessionAge()));
    }

    /** Ends one of one's own sessions. */
    @Transactional
    public void endSession(String id) {
        if (sessions.end(id, access.signedIn().id(), now())) {
            audit.wrote("profile.session-end", id);
        }
    }

    List<ApiToken> tokens() {
        return tokens.of(access.signedIn().id(), now());
    }

    /**
     * Makes a token.
     *
     * @param chosen what it may do; what the person may not do themselves is left out
     * @return the token, shown once
     */
    @Transactional
    public String createToken(String name, List<Permission> chosen, int days) {
        SignedIn who = access.signedIn();
        Fields fields = new Fields();
        String called = fields.text("name", name, 60);
        List<Permission> permissions =
                chosen.stream().filter(who.scopes()::containsKey).distinct().toList();
        if (permissions.isEmpty()) {
            fields.add(AccessProblem.NO_PERMISSION_CHOSEN.at(Fields.at("permissions")));
        }
        if (days < 1 || days > 366) {
            fields.add(AccessProblem.TOKEN_DAYS.at(Fields.at("days")));
        }
        fields.check();
        Instant now = now();
        String token = TOKEN_PREFIX + secrets.token();
        String id = ids.next("tok");
        tokens.add(id, who.id(), called, Secrets.hash(token), permissions, now, now.plus(days, ChronoUnit.DAYS));
        audit.wrote("profile.token", id);
        return token;
    }

    /** Revokes one of one's own tokens. */
    @Transactional
    public void revokeToken(String id) {
        if (tokens.revoke(id, access.signedIn().id(), now())) {
            audit.wrote("profile.token-revoke", id);
        }
    }

    @EventListener
    void keepLanguage(LanguageChosen chosen) {
        people.setLanguage(chosen.viewerId(), chosen.language());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
