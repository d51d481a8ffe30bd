package org.diban.app.access.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.Role;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles and grants in PostgreSQL, which refuses what separation of duties forbids. */
@Repository
class GrantStore {
    /** The roles of a person, and for each permission where it was granted. */
    record Held(Set<Role> roles, Map<Permission, Set<OrganisationId>> scopes) {}

    private record RoleAt(Role role, OrganisationId organisation) {}

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Held held(String person) {
        List<RoleAt> grants = jdbc.sql(
                        "SELECT role, organisation FROM access.role_grant WHERE person = ? AND revoked IS NULL")
                .param(person)
                .query((row, n) -> new RoleAt(
                        Role.valueOf(row.getString("role")), new OrganisationId(row.getString("organisation"))))
                .list();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<Permission, Set<OrganisationId>> scopes = new EnumMap<>(Permission.class);
        for (RoleAt grant : grants) {
            roles.add(grant.role());
            for (Permission permission : grant.role().permissions()) {
                scopes.computeIfAbsent(permission, p -> new HashSet<>()).add(grant.organisation());
            }
        }
        return new Held(roles, scopes);
    }

    /** All grants of a person, those held first, newest first. */
    List<HeldGrant> of(String person) {
        return jdbc.sql("""
                        SELECT g.id, g.role, g.organisation, o.name, o.name_en, g.granted, g.granted_by, g.revoked
                        FROM access.role_grant g JOIN access.organisation o ON o.id = g.organisation
                        WHERE g.person = ? ORDER BY g.revoked IS NOT NULL, g.granted DESC, g.id
                        """)
                .param(person)
                .query((row, n) -> new HeldGrant(
                        row.getString("id"),
                        Role.valueOf(row.getString("role")),
                        row.getString("organisation"),
                        OrganisationStore.name(row),
                        Times.get(row, "granted"),
                        row.getString("granted_by"),
                        Times.getOrNull(row, "revoked")))
                .list();
    }

    boolean holds(String person, Role role) {
        return jdbc.sql("SELECT count(*) FROM access.role_grant WHERE person = ? AND role = ? AND revoked IS NULL")
                        .params(person, role.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Adds a grant, or ends with what the database says against it. */
    void add(
            String id, String person, Role role, String organisation, String by, @Nullable String consent, Instant at) {
        try {
            jdbc.sql("""
                            INSERT INTO access.role_grant (id, person, role, organisation, granted_by, granted, consent)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(id, person, role.name(), organisation, by, Times.sql(at), consent))
                    .update();
        } catch (DuplicateKeyException e) {
            throw constraint(e).equals("role_grant_once")
                    ? AccessProblem.GRANT_EXISTS.exception()
                    : AccessProblem.SEPARATED.exception();
        } catch (DataIntegrityViolationException e) {
            throw constraint(e).equals("role_grant_separates_duties") ? AccessProblem.SEPARATED.exception() : e;
        }
    }

    /** Takes a grant away; false when it is not held. */
    boolean revoke(String id, String by, @Nullable String consent, Instant at) {
        try {
            return jdbc.sql("""
                            UPDATE access.role_grant SET revoked = ?, revoked_by = ?, consent = coalesce(?, consent)
                            WHERE id = ? AND revoked IS NULL
                            """)
                            .params(Arrays.asList(Times.sql(at), by, consent, id))
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException e) {
            throw lastAuditorOr(e);
        }
    }

    /** The name of the constraint or trigger that refused. */
    static String constraint(DataIntegrityViolationException refused) {
        if (refused.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
            String name = cause.getServerErrorMessage().getConstraint();
            return name == null ? "" : name;
        }
        return "";
    }

    static RuntimeException lastAuditorOr(DataIntegrityViolationException refused) {
        return constraint(refused).equals("role_grant_keeps_an_auditor")
                ? AccessProblem.LAST_AUDITOR.exception()
                : refused;
    }
}
