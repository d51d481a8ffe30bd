package org.diban.app.performance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diban.app.performance.Coverage;
import org.diban.app.performance.FindingCounts;
import org.diban.app.performance.Stage;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.performance.OverviewTotals;
import org.diban.kernel.number.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms in PostgreSQL: which there are, and what was derived from their facts. */
@Repository
class FormStore {
    private static final String SUMMARY = """
            SELECT f.id, f.organisation, f.year, s.name, s.department, s.unit, s.state, s.version, s.score, s.grade, s.rate,
                   s.initial_budget, s.annual_budget, s.executed, s.measured, s.entered, s.missing, s.unexplained,
                   s.synthetic, s.changed, n.errors, n.warnings, n.notes
            FROM performance.form f
            JOIN performance.form_state s ON s.form = f.id
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE severity = 'error') AS errors,
                       count(*) FILTER (WHERE severity = 'warning') AS warnings,
                       count(*) FILTER (WHERE severity = 'note') AS notes
                FROM performance.finding WHERE form = f.id) n
            """;

    private static final String FILTER = """
            WHERE f.year = :year
              AND f.organisation = ANY (:scope)
              AND (:organisation::text IS NULL OR f.organisation = :organisation)
              AND (:grade::text IS NULL OR s.grade = :grade)
              AND (:state::text IS NULL OR s.state = :state)
              AND (:evidence::text IS NULL
                   OR CASE :evidence WHEN 'MEASURED' THEN s.measured WHEN 'ENTERED' THEN s.entered ELSE s.missing END > 0)
              AND (:rule::text IS NULL
                   OR EXISTS (SELECT 1 FROM performance.finding x WHERE x.form = f.id AND x.rule = :rule))
              AND (:text::text IS NULL
                   OR position(lower(:text) IN lower(s.name || ' ' || s.department || ' ' || s.unit)) > 0)
            """;

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The forms that a query asks for, within the given organisations. */
    List<FormSummary> list(OverviewQuery query, Collection<String> scope, int limit, long offset) {
        return filtered(SUMMARY + FILTER + order(query) + " LIMIT :limit OFFSET :offset", query, scope)
                .param("limit", limit)
                .param("offset", offset)
                .query(FormStore::summary)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, OverviewQuery query, Collection<String> scope) {
        return jdbc.sql(sql)
                .param("year", query.year())
                .param("scope", scope.toArray(String[]::new))
                .param("organisation", query.organisation())
                .param("grade", query.grade())
                .param("state", query.state() == null ? null : stored(query.state()))
                .param("evidence", query.evidence() == null ? null : query.evidence().name())
                .param("rule", query.rule())
                .param("text", query.text());
    }

    private static String order(OverviewQuery query) {
        String by =
                switch (query.order()) {
                    case PROJECT -> "s.name";
                    case UNIT -> "s.unit";
                    case SCORE -> "s.score";
                    case RATE -> "s.rate";
                    case BUDGET -> "s.annual_budget";
                    case EXECUTED -> "s.executed";
                    case FINDINGS -> "n.errors * 1000000 + n.warnings * 1000 + n.notes";
                    case MISSING -> "s.missing";
                    case STATE -> "s.state";
                    case CHANGED -> "s.changed";
                };
        return " ORDER BY " + by + (query.descending() ? " DESC" : "") + ", f.id";
    }

    /** The sums over all forms that a query asks for. */
    OverviewTotals totals(OverviewQuery query, Collection<String> scope) {
        String sql = """
                SELECT count(*), coalesce(sum(score), 0), coalesce(sum(annual_budget), 0), coalesce(sum(executed), 0),
                       coalesce(sum(measured), 0), coalesce(sum(entered), 0), coalesce(sum(missing), 0),
                       coalesce(sum(errors), 0), coalesce(sum(warnings), 0), coalesce(sum(notes), 0),
                       coalesce(sum(unexplained), 0), count(*) FILTER (WHERE state = 'final'), coalesce(bool_or(synthetic), false)
                FROM (""" + SUMMARY + FILTER + ") all_of_them";
        return filtered(sql, query, scope)
                .query((row, n) -> new OverviewTotals(
                        row.getLong(1),
                        row.getBigDecimal(2),
                        new Money(row.getLong(3)),
                        new Money(row.getLong(4)),
                        new Coverage(row.getInt(5), row.getInt(6), row.getInt(7)),
                        new FindingCounts(row.getInt(8), row.getInt(9), row.getInt(10)),
                        row.getInt(11),
                        row.getInt(12),
                        row.getBoolean(13)))
                .single();
    }

    /** The years of which there are forms, the latest first. */
    List<Integer> years(Collection<String> scope) {
        return jdbc.sql("SELECT DISTINCT year FROM performance.form WHERE organisation = ANY (:scope) ORDER BY year DESC")
                .param("scope", scope.toArray(String[]::new))
                .query(Integer.class)
                .list();
    }

    /** The review rules that object to a form of the year, in their order. */
    List<String> rules(int year, Collection<String> scope) {
        return jdbc.sql("""
                        SELECT DISTINCT n.rule FROM performance.finding n JOIN performance.form f ON f.id = n.form
                        WHERE f.year = :year AND f.organisation = ANY (:scope) ORDER BY n.rule
                        """)
                .param("year", year)
                .param("scope", scope.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The forms of some years, by project and year: what a comparison over years needs. */
    List<FormSummary> byProject(Collection<Integer> years, Collection<String> scope) {
        return jdbc.sql(SUMMARY + """
                        WHERE f.year = ANY (:years) AND f.organisation = ANY (:scope) ORDER BY s.name, f.project, f.year
                        """)
                .param("years", years.toArray(Integer[]::new))
                .param("scope", scope.toArray(String[]::new))
                .query(FormStore::summary)
                .list();
    }

    /** One form. */
    Optional<FormSummary> summary(String form) {
        return jdbc.sql(SUMMARY + "WHERE f.id = ?").param(form).query(FormStore::summary).optional();
    }

    /** Which form it is; nothing when there is none. */
    Optional<Identity> find(String form) {
        return jdbc.sql("SELECT id, project, organisation, year FROM performance.form WHERE id = ?")
                .param(form)
                .query((row, n) -> new Identity(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .optional();
    }

    /** All forms, in the order of their identifiers. */
    List<Identity> all() {
        return jdbc.sql("SELECT id, project, organisation, year FROM performance.form ORDER BY id")
                .query((row, n) -> new Identity(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }

    /**
     * Lets one transaction at a time change the forms of an organisation: each form's findings depend on the others. Held until the
     * transaction ends.
     */
    void lock(String organisation) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('performance.form ' || ?, 0))::text")
                .param(organisation)
                .query(String.class)
                .single();
    }

    /** The form of a project and year. */
    Optional<Identity> find(String organisation, String project, int year) {
        return jdbc.sql("""
                        SELECT f.id, f.project, f.organisation, f.year
                        FROM performance.form f JOIN performance.project p ON p.id = f.project
                        WHERE p.organisation = ? AND p.name = ? AND f.year = ?
                        """)
                .param(organisation)
                .param(project)
                .param(year)
                .query((row, n) -> new Identity(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .optional();
    }

    /** The project of this name, made when there is none. */
    String project(String organisation, String name, String newId) {
        jdbc.sql("INSERT INTO performance.project (id, organisation, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .param(newId)
                .param(organisation)
                .param(name)
                .update();
        return jdbc.sql("SELECT id FROM performance.project WHERE organisation = ? AND name = ?")
                .param(organisation)
                .param(name)
                .query(String.class)
                .single();
    }

    void insert(Identity form) {
        jdbc.sql("INSERT INTO performance.form (id, project, organisation, year) VALUES (?, ?, ?, ?)")
                .param(form.id())
                .param(form.project())
                .param(form.organisation())
                .param(form.year())
                .update();
    }

    /**
     * What tells a form from all others.
     *
     * @param id {@code frm_…}
     * @param project {@code prj_…}
     * @param organisation the scope
     * @param year the fiscal year
     */
    record Identity(String id, String project, String organisation, int year) {
        /** The stream of its facts. */
        String stream() {
            return "form/" + id;
        }
    }

    static FormSummary summary(ResultSet row, int number) throws SQLException {
        return new FormSummary(
                row.getString("id"),
                row.getString("organisation"),
                row.getInt("year"),
                row.getString("name"),
                row.getString("department"),
                row.getString("unit"),
                Stage.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("version"),
                row.getBigDecimal("score"),
                row.getString("grade"),
                row.getBigDecimal("rate"),
                new Money(row.getLong("initial_budget")),
                new Money(row.getLong("annual_budget")),
                new Money(row.getLong("executed")),
                new Coverage(row.getInt("measured"), row.getInt("entered"), row.getInt("missing")),
                new FindingCounts(row.getInt("errors"), row.getInt("warnings"), row.getInt("notes")),
                row.getInt("unexplained"),
                row.getBoolean("synthetic"),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }

    static String stored(Stage state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
