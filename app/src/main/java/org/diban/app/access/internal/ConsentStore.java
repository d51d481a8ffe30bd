package org.diban.app.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diban.app.access.AccessProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acts upon audit administrators and what was decided about them, in PostgreSQL. */
@Repository
class ConsentStore {
    private static final String SELECT = """
            SELECT c.id, c.action, c.person, p.name AS person_name, c.reason, c.asked_by, a.name AS asked_by_name, c.asked
            FROM access.consent c JOIN access.person p ON p.id = c.person JOIN access.person a ON a.id = c.asked_by
            WHERE c.decided IS NULL\s""";

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(String id, Consent.Action action, String person, String reason, String by, Instant at) {
        jdbc.sql("SELECT id FROM access.person WHERE id = ? FOR UPDATE")
                .param(person)
                .query((row, n) -> n)
                .list();
        int open = jdbc.sql("SELECT count(*) FROM access.consent WHERE person = ? AND action = ? AND decided IS NULL")
                .params(person, action.name())
                .query(Integer.class)
                .single();
        if (open > 0) {
            throw AccessProblem.CONSENT_ASKED.exception();
        }
        jdbc.sql("INSERT INTO access.consent (id, action, person, reason, asked_by, asked) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, action.name(), person, reason, by, Times.sql(at))
                .update();
    }

    List<Consent> open() {
        return jdbc.sql(SELECT + "ORDER BY c.asked")
                .query((row, n) -> consent(row))
                .list();
    }

    /** The open one, locked until the transaction ends. */
    Optional<Consent> lock(String id) {
        return jdbc.sql(SELECT + "AND c.id = ? FOR UPDATE OF c")
                .param(id)
                .query((row, n) -> consent(row))
                .optional();
    }

    void decide(String id, boolean approved, String by, Instant at) {
        jdbc.sql("UPDATE access.consent SET decided_by = ?, decided = ?, approved = ? WHERE id = ? AND decided IS NULL")
                .params(by, Times.sql(at), approved, id)
                .update();
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM access.consent WHERE decided IS NULL")
                .query(Integer.class)
                .single();
    }

    private static Consent consent(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Consent(
                row.getString("id"),
                Consent.Action.valueOf(row.getString("action")),
                row.getString("person"),
                row.getString("person_name"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getString("asked_by_name"),
                Times.get(row, "asked"));
    }
}
