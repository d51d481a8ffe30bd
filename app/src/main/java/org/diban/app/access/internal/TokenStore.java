package org.diban.app.access.internal;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diban.app.access.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API tokens in PostgreSQL. */
@Repository
class TokenStore {
    private static final Duration USE_STEP = Duration.ofMinutes(1);

    /** Whose token it is and what it may do. */
    record Known(String token, String person, String login, String name, List<Permission> permissions) {}

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            String id,
            String person,
            String name,
            byte[] hash,
            List<Permission> permissions,
            Instant at,
            Instant expires) {
        jdbc.sql("""
                        INSERT INTO access.api_token (id, person, name, secret_hash, permissions, created, expires)
                        VALUES (?, ?, ?, ?, string_to_array(?, ','), ?, ?)
                        """)
                .params(
                        id,
                        person,
                        name,
                        hash,
                        String.join(
                                ",", permissions.stream().map(Permission::name).toList()),
                        Times.sql(at),
                        Times.sql(expires))
                .update();
    }

    Optional<Known> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                        SELECT t.id, p.id AS person, p.login, p.name, t.permissions
                        FROM access.api_token t JOIN access.person p ON p.id = t.person
                        WHERE t.secret_hash = ? AND t.revoked IS NULL AND t.expires > ? AND p.disabled IS NULL
                        """)
                .params(hash, Times.sql(now))
                .query((row, n) -> new Known(
                        row.getString("id"),
                        row.getString("person"),
                        row.getString("login"),
                        row.getString("name"),
                        permissions(row.getArray("permissions"))))
                .optional();
    }

    void used(String id, Instant at) {
        jdbc.sql("UPDATE access.api_token SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)")
                .params(Times.sql(at), id, Times.sql(at.minus(USE_STEP)))
                .update();
    }

    List<ApiToken> of(String person, Instant now) {
        return jdbc.sql("""
                        SELECT id, name, permissions, created, expires, last_used FROM access.api_token
                        WHERE person = ? AND revoked IS NULL AND expires > ? ORDER BY created DESC
                        """)
                .params(person, Times.sql(now))
                .query((row, n) -> new ApiToken(
                        row.getString("id"),
                        row.getString("name"),
                        permissions(row.getArray("permissions")),
                        Times.get(row, "created"),
                        Times.get(row, "expires"),
                        Times.getOrNull(row, "last_used")))
                .list();
    }

    boolean revoke(String id, String person, Instant at) {
        return jdbc.sql("UPDATE access.api_token SET revoked = ? WHERE id = ? AND person = ? AND revoked IS NULL")
                        .params(Times.sql(at), id, person)
                        .update()
                == 1;
    }

    void revokeAll(String person, Instant at) {
        jdbc.sql("UPDATE access.api_token SET revoked = ? WHERE person = ? AND revoked IS NULL")
                .params(Times.sql(at), person)
                .update();
    }

    private static List<Permission> permissions(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(Permission::valueOf).toList();
    }
}
