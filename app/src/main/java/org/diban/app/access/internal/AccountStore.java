package org.diban.app.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords, second factors and recovery codes in PostgreSQL. */
@Repository
class AccountStore {
    private static final String SELECT = """
            SELECT p.id, p.login, c.password_hash, c.changed, c.must_change, c.totp_secret, c.totp_step
            FROM access.person p JOIN access.credential c ON c.person = p.id WHERE p.disabled IS NULL AND\s""";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> withLogin(String login) {
        return jdbc.sql(SELECT + "p.login = ?")
                .param(login)
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> of(String person) {
        return jdbc.sql(SELECT + "p.id = ?")
                .param(person)
                .query((row, n) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("login"),
                row.getString("password_hash"),
                Times.get(row, "changed"),
                row.getBoolean("must_change"),
                row.getBytes("totp_secret"),
                row.getLong("totp_step"));
    }

    void create(String person, String hash, Instant at) {
        jdbc.sql("INSERT INTO access.credential (person, password_hash, changed, must_change) VALUES (?, ?, ?, true)")
                .params(person, hash, Times.sql(at))
                .update();
    }

    void setPassword(String person, String hash, boolean mustChange, Instant at) {
        jdbc.sql("""
                        INSERT INTO access.password_history (person, hash, at)
                        SELECT person, password_hash, ? FROM access.credential WHERE person = ? ON CONFLICT DO NOTHING
                        """).params(Times.sql(at), person).update();
        jdbc.sql("UPDATE access.credential SET password_hash = ?, changed = ?, must_change = ? WHERE person = ?")
                .params(hash, Times.sql(at), mustChange, person)
                .update();
    }

    /** The hashes of the present and the former passwords, newest first. */
    List<String> hashes(String person, int limit) {
        return jdbc.sql("""
                        SELECT hash FROM (
                            SELECT password_hash AS hash, now() AS at FROM access.credential WHERE person = :person
                            UNION ALL
                            SELECT hash, at FROM access.password_history WHERE person = :person) h
                        ORDER BY at DESC LIMIT :limit
                        """)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    void setSecondFactor(String person, byte @Nullable [] secret, long step) {
        jdbc.sql("UPDATE access.credential SET totp_secret = ?, totp_step = ? WHERE person = ?")
                .param(1, secret, java.sql.Types.BINARY)
                .param(2, step)
                .param(3, person)
                .update();
        jdbc.sql("DELETE FROM access.recovery_code WHERE person = ?")
                .param(person)
                .update();
    }

    /** Uses a time step up; false when it, or a later one, has been used. */
    boolean useStep(String person, long step) {
        return jdbc.sql("UPDATE access.credential SET totp_step = ? WHERE person = ? AND totp_step < ?")
                        .params(step, person, step)
                        .update()
                == 1;
    }

    void addRecoveryCode(String person, byte[] hash) {
        jdbc.sql("INSERT INTO access.recovery_code (person, hash) VALUES (?, ?)")
                .params(person, hash)
                .update();
    }

    /** Uses a recovery code up; false when there is none such left. */
    boolean useRecoveryCode(String person, byte[] hash, Instant at) {
        return jdbc.sql("UPDATE access.recovery_code SET used = ? WHERE person = ? AND hash = ? AND used IS NULL")
                        .params(Times.sql(at), person, hash)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(String person) {
        return jdbc.sql("SELECT count(*) FROM access.recovery_code WHERE person = ? AND used IS NULL")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** The secret of this installation, made when there is none. */
    byte[] installationSecret(byte[] fresh) {
        jdbc.sql("INSERT INTO access.installation (secret) VALUES (?) ON CONFLICT DO NOTHING")
                .param(fresh)
                .update();
        return jdbc.sql("SELECT secret FROM access.installation")
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
