package org.diban.app.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Organisations;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree of organisations in PostgreSQL. */
@Repository
class OrganisationStore implements Organisations {
    private static final String SELECT =
            "SELECT id, parent, kind, name, name_en, code, closed, version FROM access.organisation ";

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Organisation district() {
        return jdbc.sql(SELECT + "WHERE parent IS NULL")
                .query((row, n) -> organisation(row))
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM access.organisation")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Override
    public Optional<Organisation> find(OrganisationId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query((row, n) -> organisation(row))
                .optional();
    }

    @Override
    public Optional<Organisation> withCode(String code) {
        return jdbc.sql(SELECT + "WHERE code = ?")
                .param(code)
                .query((row, n) -> organisation(row))
                .optional();
    }

    @Override
    public List<Organisation> all() {
        return jdbc.sql("""
                        WITH RECURSIVE down AS (
                            SELECT o.*, ARRAY[(position, coalesce(code, '~'), name)] AS place FROM access.organisation o WHERE parent IS NULL
                            UNION ALL
                            SELECT o.*, place || (o.position, coalesce(o.code, '~'), o.name) FROM access.organisation o JOIN down d ON o.parent = d.id)
                        SELECT id, parent, kind, name, name_en, code, closed, version FROM down WHERE closed IS NULL ORDER BY place
                        """).query((row, n) -> organisation(row)).list();
    }

    /** Whether the organisation is one of the given ones or lies below one of them. */
    boolean isWithin(OrganisationId id, Set<OrganisationId> scopes) {
        if (scopes.contains(id)) {
            return true;
        }
        return jdbc.sql("""
                        WITH RECURSIVE up AS (
                            SELECT id, parent FROM access.organisation WHERE id = :id
                            UNION ALL
                            SELECT o.id, o.parent FROM access.organisation o JOIN up u ON o.id = u.parent)
                        SELECT count(*) FROM up WHERE id IN (:scopes)
                        """)
                        .param("id", id.value())
                        .param("scopes", values(scopes))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The given organisations and all below them. */
    Set<OrganisationId> below(Set<OrganisationId> scopes) {
        if (scopes.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        WITH RECURSIVE down AS (
                            SELECT id FROM access.organisation WHERE id IN (:scopes)
                            UNION
                            SELECT o.id FROM access.organisation o JOIN down d ON o.parent = d.id)
                        SELECT id FROM down
                        """)
                .param("scopes", values(scopes))
                .query((row, n) -> new OrganisationId(row.getString("id")))
                .set();
    }

    void add(
            OrganisationId id,
            @Nullable OrganisationId parent,
            Organisation.Kind kind,
            String name,
            @Nullable String nameEn,
            @Nullable String code) {
        refusing(() -> jdbc.sql("""
                        INSERT INTO access.organisation (id, parent, kind, name, name_en, code) VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id.value(), parent == null ? null : parent.value(), kind.name(), name, nameEn, code))
                .update());
    }

    /** Changes what it is called; false when its version is another. */
    boolean rename(OrganisationId id, String name, @Nullable String nameEn, @Nullable String code, long version) {
        return refusing(() -> jdbc.sql("""
                        UPDATE access.organisation SET name = ?, name_en = ?, code = ?, version = version + 1
                        WHERE id = ? AND version = ?
                        """)
                        .params(Arrays.asList(name, nameEn, code, id.value(), version))
                        .update())
                == 1;
    }

    /** Puts it below another one; false when it is not there. */
    boolean move(OrganisationId id, OrganisationId parent) {
        return refusing(() -> jdbc.sql(
                                "UPDATE access.organisation SET parent = ?, version = version + 1 WHERE id = ? AND parent IS NOT NULL")
                        .params(parent.value(), id.value())
                        .update())
                == 1;
    }

    /** Closes or reopens it; false when it is not there, or when something stands below that hinders closing. */
    boolean setClosed(OrganisationId id, java.time.@Nullable Instant at) {
        return jdbc.sql("""
                        UPDATE access.organisation o SET closed = :at, version = version + 1
                        WHERE id = :id AND parent IS NOT NULL AND (CAST(:at AS timestamptz) IS NULL OR (
                            NOT EXISTS (SELECT 1 FROM access.organisation c WHERE c.parent = o.id AND c.closed IS NULL)
                            AND NOT EXISTS (SELECT 1 FROM access.person p WHERE p.organisation = o.id AND p.disabled IS NULL)))
                        """)
                        .param("at", at == null ? null : Times.sql(at), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<Organisation> search(String text, int limit) {
        return jdbc.sql(
                        SELECT
                                + "WHERE closed IS NULL AND (name ILIKE ? OR name_en ILIKE ? OR code = ?) ORDER BY name LIMIT ?")
                .params(PersonStore.containing(text), PersonStore.containing(text), text, limit)
                .query((row, n) -> organisation(row))
                .list();
    }

    private static int refusing(java.util.function.IntSupplier update) {
        try {
            return update.getAsInt();
        } catch (DuplicateKeyException e) {
            throw AccessProblem.NAME_TAKEN.exception();
        } catch (DataIntegrityViolationException e) {
            throw GrantStore.constraint(e).equals("organisation_has_no_cycle")
                    ? AccessProblem.BELOW_ITSELF.exception()
                    : e;
        }
    }

    private static List<String> values(Collection<OrganisationId> ids) {
        return ids.stream().map(OrganisationId::value).toList();
    }

    static Text name(ResultSet row) throws SQLException {
        String zh = row.getString("name");
        String en = row.getString("name_en");
        return new Text(zh, en == null ? zh : en);
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        return new Organisation(
                new OrganisationId(row.getString("id")),
                parent == null ? null : new OrganisationId(parent),
                Organisation.Kind.valueOf(row.getString("kind")),
                name(row),
                row.getString("code"),
                row.getObject("closed") != null,
                row.getLong("version"));
    }
}
