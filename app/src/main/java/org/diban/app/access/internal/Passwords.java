package org.diban.app.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diban.app.access.AccessProblem;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: the rules for new ones, and their hashes.
 *
 * <p>Argon2id with 19 MiB, two passes and one lane, the first choice of the OWASP password storage cheat sheet. At most four hashes are
 * computed at once, so that a flood of attempts takes neither the memory nor both cores.
 */
@Component
class Passwords {
    private static final int AT_ONCE = 4;
    private static final int LONGEST = 128;
    private static final int CLASSES = 3;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AccessSettings settings;
    private final String nobody;

    Passwords(AccessSettings settings) {
        this.settings = settings;
        this.nobody = hash(new Secrets().token());
    }

    String hash(String password) {
        return limited(() -> java.util.Objects.requireNonNull(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && limited(() -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, so that the time of an answer does not tell whether an account exists. */
    void matchesNobody(String password) {
        matches(password, nobody);
    }

    /** What is wrong with a new password, at the field of this name; empty when nothing is. */
    List<Problem> check(String password, String login, String field) {
        Location place = new Location(null, 0, 0, field);
        List<Problem> problems = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < settings.passwordLength() || password.length() > LONGEST) {
            problems.add(AccessProblem.PASSWORD_LENGTH.at(place, settings.passwordLength()));
        }
        if (classes(password) < CLASSES) {
            problems.add(AccessProblem.PASSWORD_CLASSES.at(place));
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            problems.add(AccessProblem.PASSWORD_HAS_NAME.at(place));
        }
        return problems;
    }

    private static int classes(String password) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        boolean other = false;
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
            other |= !(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        }
        return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    private <T> T limited(java.util.function.Supplier<T> work) {
        try {
            if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
                throw AccessProblem.BUSY.exception();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AccessProblem.BUSY.exception();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
