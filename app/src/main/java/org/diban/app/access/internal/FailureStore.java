package org.diban.app.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Failures to sign in. An attempt is booked as a failure before it is made and taken back when it succeeds, so that many attempts at once
 * count as many.
 */
@Repository
class FailureStore {
    private final JdbcClient jdbc;

    FailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Books an attempt.
     *
     * @return when the lock ends, if there have been {@code limit} failures since {@code since}; then nothing is booked
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> book(String subject, int limit, Instant since, Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
                .param(subject)
                .query((row, n) -> n)
                .list();
        jdbc.sql("DELETE FROM access.login_failure WHERE subject = ? AND at <= ?")
                .params(subject, Times.sql(since))
                .update();
        Optional<Instant> oldest = jdbc.sql("""
                        SELECT at FROM access.login_failure WHERE subject = ? ORDER BY at DESC OFFSET ? LIMIT 1
                        """)
                .params(subject, limit - 1)
                .query((row, n) -> Times.get(row, "at"))
                .optional();
        if (oldest.isPresent()) {
            return oldest.map(at -> at.plus(java.time.Duration.between(since, now)));
        }
        jdbc.sql("INSERT INTO access.login_failure (subject, at) VALUES (?, ?)")
                .params(subject, Times.sql(now))
                .update();
        return Optional.empty();
    }

    /** Forgets all failures. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String subject) {
        jdbc.sql("DELETE FROM access.login_failure WHERE subject = ?")
                .param(subject)
                .update();
    }

    /** Takes one booked attempt back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void takeBack(String subject, Instant at) {
        jdbc.sql("""
                        DELETE FROM access.login_failure WHERE ctid =
                            (SELECT ctid FROM access.login_failure WHERE subject = ? AND at = ? LIMIT 1)
                        """).params(subject, Times.sql(at)).update();
    }
}
