package org.diban.app.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.internal.AuditRecord.Result;
import org.diban.kernel.id.Ids;
import org.diban.kernel.problem.Problem;
import org.springframework.stereotype.Component;

/** Signing in and out. */
@Component
class SignIn {
    /** What became of an attempt: the secret of a new session, or the problem. */
    sealed interface Outcome {
        /** The password was right. */
        record Started(String secret, String person) implements Outcome {}

        /** It was not, or too many attempts were not. */
        record Refused(Problem problem) implements Outcome {}
    }

    private static final int AGENT_LENGTH = 160;

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final FailureStore failures;
    private final Passwords passwords;
    private final AuditRecorder audit;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final Secrets secrets = new Secrets();

    SignIn(
            AccountStore accounts,
            SessionStore sessions,
            FailureStore failures,
            Passwords passwords,
            AuditRecorder audit,
            AccessSettings settings,
            InstantSource clock,
            Ids ids) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tries an account name and a password. */
    Outcome attempt(String name, String password, String address, String agent) {
        String login = name.strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String account = "login:" + audit.pseudonym("login:" + login);
        String place = "address:" + audit.pseudonym("address:" + address);
        Optional<Instant> lock =
                book(place, settings.addressFailures(), now).or(() -> book(account, settings.accountFailures(), now));
        Optional<Account> found = accounts.withLogin(login);
        String person = found.map(Account::person).orElse(AuditRecorder.NOBODY);
        if (lock.isPresent()) {
            audit.by(person, "sign-in.locked", "-", Result.DENIED);
            return refused(lock.get(), now);
        }
        if (found.isEmpty()) {
            passwords.matchesNobody(password);
        }
        if (found.isEmpty() || !passwords.matches(password, found.get().passwordHash())) {
            audit.by(person, "sign-in.password", "-", Result.FAILED);
            return new Outcome.Refused(AccessProblem.SIGN_IN_FAILED.problem());
        }
        failures.takeBack(place, now);
        failures.forget(account);
        String secret = secrets.token();
        String session = ids.next("ses");
        sessions.start(session, Secrets.hash(secret), person, false, address, shortened(agent), now);
        sessions.endAllBut(person, settings.sessions(), now);
        audit.by(person, "sign-in.password", session, Result.DONE);
        return new Outcome.Started(secret, person);
    }

    /** Tries the code of the second factor, or a recovery code, for a session whose password was right. */
    Optional<Problem> tryCode(SignedIn who, String code) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String subject = "code:" + who.id();
        Optional<Instant> lock = book(subject, settings.accountFailures(), now);
        if (lock.isPresent()) {
            audit.by(who.id(), "sign-in.locked", "-", Result.DENIED);
            return Optional.of(locked(lock.get(), now));
        }
        Account account = accounts.of(who.id()).orElseThrow(AccessProblem.NO_PERSON::exception);
        if (!isRight(account, code.replace(" ", ""), now)) {
            audit.by(who.id(), "sign-in.code", "-", Result.FAILED);
            return Optional.of(AccessProblem.CODE_WRONG.problem());
        }
        failures.forget(subject);
        sessions.passSecondFactor(java.util.Objects.requireNonNull(who.session()));
        audit.by(who.id(), "sign-in.code", who.session(), Result.DONE);
        return Optional.empty();
    }

    private boolean isRight(Account account, String code, Instant now) {
        byte[] secret = account.totpSecret();
        if (secret == null) {
            return false;
        }
        OptionalLong step = Totp.match(secret, code, now, account.totpStep());
        if (step.isPresent()) {
            return accounts.useStep(account.person(), step.getAsLong());
        }
        return accounts.useRecoveryCode(
                account.person(), Secrets.hash(code.strip().toLowerCase(Locale.ROOT)), now);
    }

    /** Ends a session. */
    void out(SignedIn who) {
        if (who.session() != null && sessions.end(who.session(), who.id(), clock.instant())) {
            audit.by(who.id(), "sign-in.out", who.session(), Result.DONE);
        }
    }

    private Optional<Instant> book(String subject, int limit, Instant now) {
        return failures.book(subject, limit, now.minus(settings.failureWindow()), now);
    }

    private static Outcome refused(Instant until, Instant now) {
        return new Outcome.Refused(locked(until, now));
    }

    private static Problem locked(Instant until, Instant now) {
        long minutes = Math.max(1, (until.getEpochSecond() - now.getEpochSecond() + 59) / 60);
        return AccessProblem.LOCKED.problem(minutes);
    }

    private static String shortened(String agent) {
        return agent.length() > AGENT_LENGTH ? agent.substring(0, AGENT_LENGTH) : agent;
    }
}
