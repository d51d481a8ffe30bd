package org.diban.app.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions in PostgreSQL. */
@Repository
class SessionStore {
    /** Who sent a session's secret, before what they may do is known. */
    record Known(
            String session,
            String person,
            String login,
            String name,
            boolean secondFactor,
            boolean hasSecondFactor,
            boolean mustChange,
            Instant changed,
            Instant seen) {}

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void start(String id, byte[] hash, String person, boolean secondFactor, String address, String agent, Instant at) {
        jdbc.sql("""
                        INSERT INTO access.session (id, secret_hash, person, second_factor, address, agent, started, seen)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, hash, person, secondFactor, address, agent, Times.sql(at), Times.sql(at))
                .update();
    }

    Optional<Known> find(byte[] hash, Instant seenAfter, Instant startedAfter) {
        return jdbc.sql("""
                        SELECT s.id AS session, p.id AS person, p.login, p.name, s.second_factor, c.totp_secret IS NOT NULL AS has_second,
                               c.must_change, c.changed, s.seen
                        FROM access.session s JOIN access.person p ON p.id = s.person
                             JOIN access.credential c ON c.person = p.id
                        WHERE s.secret_hash = ? AND s.ended IS NULL AND p.disabled IS NULL AND s.seen > ? AND s.started > ?
                        """)
                .params(hash, Times.sql(seenAfter), Times.sql(startedAfter))
                .query((row, n) -> new Known(
                        row.getString("session"),
                        row.getString("person"),
                        row.getString("login"),
                        row.getString("name"),
                        row.getBoolean("second_factor"),
                        row.getBoolean("has_second"),
                        row.getBoolean("must_change"),
                        Times.get(row, "changed"),
                        Times.get(row, "seen")))
                .optional();
    }

    void touch(String id, Instant at) {
        jdbc.sql("UPDATE access.session SET seen = ? WHERE id = ?")
                .params(Times.sql(at), id)
                .update();
    }

    void passSecondFactor(String id) {
        jdbc.sql("UPDATE access.session SET second_factor = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** Ends the oldest open sessions of a person until at most {@code keep} are left. */
    void endAllBut(String person, int keep, Instant at) {
        jdbc.sql("""
                        UPDATE access.session SET ended = ? WHERE ended IS NULL AND person = ? AND id NOT IN
                            (SELECT id FROM access.session WHERE person = ? AND ended IS NULL ORDER BY started DESC, id DESC LIMIT ?)
                        """).params(Times.sql(at), person, person, keep).update();
    }

    /** Ends all sessions of a person, apart from the given one. */
    void endOthers(String person, @Nullable String except, Instant at) {
        jdbc.sql("UPDATE access.session SET ended = ? WHERE person = ? AND ended IS NULL AND id <> ?")
                .params(Times.sql(at), person, except == null ? "" : except)
                .update();
    }

    boolean end(String id, String person, Instant at) {
        return jdbc.sql("UPDATE access.session SET ended = ? WHERE id = ? AND person = ? AND ended IS NULL")
                        .params(Times.sql(at), id, person)
                        .update()
                == 1;
    }

    List<OpenSession> open(String person, Instant seenAfter, Instant startedAfter) {
        return jdbc.sql("""
                        SELECT id, address, agent, started, seen FROM access.session
                        WHERE person = ? AND ended IS NULL AND seen > ? AND started > ? ORDER BY seen DESC
                        """)
                .params(person, Times.sql(seenAfter), Times.sql(startedAfter))
                .query((row, n) -> new OpenSession(
                        row.getString("id"),
                        row.getString("address"),
                        row.getString("agent"),
                        Times.get(row, "started"),
                        Times.get(row, "seen")))
                .list();
    }
}
