package org.diban.app.access.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.People;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.app.shell.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People in PostgreSQL. */
@Repository
class PersonStore implements People {
    private static final String SELECT = """
            SELECT p.id, p.login, p.name AS person_name, p.organisation, o.name, o.name_en, p.phone, p.created, p.disabled, p.version,
                   c.must_change, c.totp_secret IS NOT NULL AS second_factor,
                   (SELECT max(s.seen) FROM access.session s WHERE s.person = p.id) AS last_seen,
                   ARRAY(SELECT DISTINCT g.role FROM access.role_grant g WHERE g.person = p.id AND g.revoked IS NULL ORDER BY 1) AS roles
            FROM access.person p JOIN access.organisation o ON o.id = p.organisation JOIN access.credential c ON c.person = p.id
            """;
    private static final String WHERE = """
            WHERE (:text = '' OR p.login ILIKE :like OR p.name ILIKE :like OR o.name ILIKE :like)
              AND (:role = '' OR EXISTS (SELECT 1 FROM access.role_grant g WHERE g.person = p.id AND g.role = :role AND g.revoked IS NULL))
              AND (:state = '' OR (:state = 'active') = (p.disabled IS NULL))
            """;
    private static final Map<String, String> SORTS = Map.of(
            "name", "p.name",
            "login", "p.login",
            "organisation", "o.name",
            "created", "p.created",
            "seen", "last_seen");

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonId id, String login, String name, String organisation, @Nullable String phone, Instant at) {
        try {
            jdbc.sql("""
                            INSERT INTO access.person (id, login, name, organisation, phone, created) VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(id.value(), login, name, organisation, phone, Times.sql(at)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw AccessProblem.LOGIN_TAKEN.exception();
        }
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM access.person")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT + "WHERE p.id = ?")
                .param(id.value())
                .query((row, n) -> person(row))
                .optional();
    }

    Listing<Person> list(ListQuery query) {
        long total = filtered(
                        "SELECT count(*) FROM access.person p JOIN access.organisation o ON o.id = p.organisation "
                                + WHERE,
                        query)
                .query(Long.class)
                .single();
        return new Listing<>(
                filtered(SELECT + WHERE + order(query) + " LIMIT :limit OFFSET :offset", query)
                        .param("limit", query.size())
                        .param("offset", query.offset())
                        .query((row, n) -> person(row))
                        .list(),
                total);
    }

    /** All rows of a query; must be closed. */
    Stream<Person> stream(ListQuery query) {
        return filtered(SELECT + WHERE + order(query), query).query((row, n) -> person(row)).stream();
    }

    private JdbcClient.StatementSpec filtered(String sql, ListQuery query) {
        return jdbc.sql(sql)
                .param("text", query.filter("q"))
                .param("like", containing(query.filter("q")))
                .param("role", query.filter("role"))
                .param("state", query.filter("state"));
    }

    private static String order(ListQuery query) {
        return "ORDER BY " + SORTS.getOrDefault(query.sort(), "p.name")
                + (query.descending() ? " DESC NULLS LAST" : " NULLS LAST") + ", p.id";
    }

    List<Person> search(String text, int limit) {
        return jdbc.sql(SELECT + "WHERE p.login ILIKE :like OR p.name ILIKE :like ORDER BY p.name LIMIT :limit")
                .param("like", containing(text))
                .param("limit", limit)
                .query((row, n) -> person(row))
                .list();
    }

    boolean update(PersonId id, String name, String organisation, @Nullable String phone, long version) {
        return jdbc.sql("""
                        UPDATE access.person SET name = ?, organisation = ?, phone = ?, version = version + 1
                        WHERE id = ? AND version = ?
                        """)
                        .params(Arrays.asList(name, organisation, phone, id.value(), version))
                        .update()
                == 1;
    }

    /** Switches an account off ({@code at}) or on again ({@code null}); false when it is so already. */
    boolean setDisabled(PersonId id, @Nullable Instant at) {
        try {
            return jdbc.sql("""
                            UPDATE access.person SET disabled = :at, version = version + 1
                            WHERE id = :id AND (disabled IS NULL) <> (CAST(:at AS timestamptz) IS NULL)
                            """)
                            .param("at", at == null ? null : Times.sql(at), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                            .param("id", id.value())
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException e) {
            throw GrantStore.lastAuditorOr(e);
        }
    }

    void setLanguage(String id, Preferences.Language language) {
        jdbc.sql("UPDATE access.person SET language = ? WHERE id = ?")
                .params(language.code(), id)
                .update();
    }

    Optional<Preferences.Language> language(String id) {
        return jdbc.sql("SELECT language FROM access.person WHERE id = ? AND language IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional()
                .map(Preferences.Language::of);
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, name FROM access.person WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(row.getString("id"), row.getString("name"));
                    });
        }
        return names;
    }

    /** The pattern of ILIKE for texts that contain this one. */
    static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Person person(ResultSet row) throws SQLException {
        List<Role> roles = new ArrayList<>();
        Array array = row.getArray("roles");
        for (String role : (String[]) array.getArray()) {
            roles.add(Role.valueOf(role));
        }
        return new Person(
                new PersonId(row.getString("id")),
                row.getString("login"),
                row.getString("person_name"),
                row.getString("organisation"),
                OrganisationStore.name(row),
                row.getString("phone"),
                Times.get(row, "created"),
                Times.getOrNull(row, "disabled"),
                Times.getOrNull(row, "last_seen"),
                row.getBoolean("must_change"),
                row.getBoolean("second_factor"),
                List.copyOf(roles),
                row.getLong("version"));
    }
}
