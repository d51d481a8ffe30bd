package org.diban.app.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.Reauthentication;
import org.diban.app.access.internal.AuditRecord.Result;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.ProblemException;
import org.springframework.stereotype.Component;

/** The password of the signed-in person, asked for again. */
@Component
class PasswordAgain implements Reauthentication {
    private final CurrentAccess access;
    private final AccountStore accounts;
    private final FailureStore failures;
    private final Passwords passwords;
    private final AuditRecorder audit;
    private final AccessSettings settings;
    private final InstantSource clock;

    PasswordAgain(
            CurrentAccess access,
            AccountStore accounts,
            FailureStore failures,
            Passwords passwords,
            AuditRecorder audit,
            AccessSettings settings,
            InstantSource clock) {
        this.access = access;
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void require(String password) {
        String person = access.signedIn().id();
        String subject = "again:" + person;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> lock =
                failures.book(subject, settings.accountFailures(), now.minus(settings.failureWindow()), now);
        if (lock.isPresent()) {
            audit.by(person, "sign-in.locked", "-", Result.DENIED);
            throw AccessProblem.LOCKED.exception(
                    Math.max(1, Duration.between(now, lock.get()).toMinutes() + 1));
        }
        Account account = accounts.of(person).orElseThrow(AccessProblem.NO_PERSON::exception);
        if (!passwords.matches(password, account.passwordHash())) {
            audit.by(person, "sign-in.password", "-", Result.FAILED);
            throw new ProblemException(AccessProblem.PASSWORD_CURRENT.at(Location.NOWHERE.cell(0, "password")));
        }
        failures.forget(subject);
    }
}
