package org.diban.app.performance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diban.app.performance.Coverage;
import org.diban.app.performance.FindingCounts;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.MeasureUse;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.performance.OverviewTotals;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.ledger.FormState.Status;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.Submission;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.number.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms in PostgreSQL: which there are, and what was derived from their facts. */
@Repository
class FormStore {
    private static final String SUMMARY = """
            SELECT f.id, f.organisation, f.year, s.name, s.department, s.unit, s.state, s.version, s.score, s.grade, s.rate,
                   s.initial_budget, s.annual_budget, s.executed, s.measured, s.entered, s.missing, s.unexplained,
                   f.synthetic, s.changed, n.errors, n.warnings, n.notes
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
                .param(
                        "evidence",
                        query.evidence() == null ? null : query.evidence().name())
                .param("rule", query.rule())
                .param("text", query.text());
    }

    private static String order(OverviewQuery query) {
        String by = switch (query.order()) {
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

    /** The latest forms whose project, department or unit contains a text. */
    List<FormSummary> search(String text, Collection<String> scope, int limit) {
        return jdbc.sql(SUMMARY + """
                        WHERE f.organisation = ANY (:scope)
                          AND position(lower(:text) IN lower(s.name || ' ' || s.department || ' ' || s.unit)) > 0
                        ORDER BY f.year DESC, s.name, f.id LIMIT :limit
                        """)
                .param("scope", scope.toArray(String[]::new))
                .param("text", text)
                .param("limit", limit)
                .query(FormStore::summary)
                .list();
    }

    /** The years of which there are forms, the latest first. */
    List<Integer> years(Collection<String> scope) {
        return jdbc.sql(
                        "SELECT DISTINCT year FROM performance.form WHERE organisation = ANY (:scope) ORDER BY year DESC")
                .param("scope", scope.toArray(String[]::new))
                .query((row, n) -> row.getInt(1))
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
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** All forms, by project and year: what a comparison over years needs. */
    List<FormSummary> byProject(Collection<String> scope) {
        return jdbc.sql(SUMMARY + "WHERE f.organisation = ANY (:scope) ORDER BY s.name, f.project, f.year")
                .param("scope", scope.toArray(String[]::new))
                .query(FormStore::summary)
                .list();
    }

    /** One form. */
    Optional<FormSummary> summary(String form) {
        return jdbc.sql(SUMMARY + "WHERE f.id = ?")
                .param(form)
                .query(FormStore::summary)
                .optional();
    }

    /** Which form it is; nothing when there is none. */
    Optional<Identity> find(String form) {
        return jdbc.sql("SELECT id, project, organisation, year, synthetic FROM performance.form WHERE id = ?")
                .param(form)
                .query(FormStore::identity)
                .optional();
    }

    /** The indicators of the latest forms that are bound to a measure, by its identifier, at most so many. */
    List<MeasureUse> uses(String measure, Collection<String> scope, int limit) {
        return jdbc.sql("""
                        SELECT f.id, f.year, s.name, i ->> 'id', i ->> 'level3'
                        FROM performance.form f JOIN performance.form_state s ON s.form = f.id,
                             jsonb_array_elements(s.document::jsonb -> 'form' -> 'indicators') i
                        WHERE i -> 'measure' ->> 'id' = :measure AND f.organisation = ANY (:scope)
                        ORDER BY f.year DESC, s.name LIMIT :limit
                        """)
                .param("measure", measure)
                .param("scope", scope.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new MeasureUse(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** How many indicators are bound to each measure, by its identifier. */
    Map<String, Integer> uses(Collection<String> scope) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT i -> 'measure' ->> 'id', count(*)
                        FROM performance.form f JOIN performance.form_state s ON s.form = f.id,
                             jsonb_array_elements(s.document::jsonb -> 'form' -> 'indicators') i
                        WHERE i -> 'measure' IS NOT NULL AND f.organisation = ANY (:scope) GROUP BY 1
                        """).param("scope", scope.toArray(String[]::new)).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** All forms, in the order of their identifiers. */
    List<Identity> all() {
        return jdbc.sql("SELECT id, project, organisation, year, synthetic FROM performance.form ORDER BY id")
                .query(FormStore::identity)
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
                        SELECT f.id, f.project, f.organisation, f.year, f.synthetic
                        FROM performance.form f JOIN performance.project p ON p.id = f.project
                        WHERE p.organisation = ? AND p.name = ? AND f.year = ?
                        """)
                .param(organisation)
                .param(project)
                .param(year)
                .query(FormStore::identity)
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
        jdbc.sql("INSERT INTO performance.form (id, project, organisation, year, synthetic) VALUES (?, ?, ?, ?, ?)")
                .param(form.id())
                .param(form.project())
                .param(form.organisation())
                .param(form.year())
                .param(form.synthetic())
                .update();
    }

    /** Writes what was derived from a form's facts. */
    void save(String form, FormState state) {
        ScoredForm scored = state.scored();
        FundRow funds = state.form().fund(FundSource.TOTAL);
        Coverage coverage = Projection.coverage(state.form());
        jdbc.sql("""
                        INSERT INTO performance.form_state
                            (form, version, state, document, evidence, name, department, unit, score, grade, rate,
                             initial_budget, annual_budget, executed, indicators, measured, entered, missing, unexplained, changed)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (form) DO UPDATE SET
                            (version, state, document, evidence, name, department, unit, score, grade, rate,
                             initial_budget, annual_budget, executed, indicators, measured, entered, missing, unexplained, changed)
                            = (excluded.version, excluded.state, excluded.document, excluded.evidence, excluded.name,
                               excluded.department, excluded.unit, excluded.score, excluded.grade, excluded.rate,
                               excluded.initial_budget, excluded.annual_budget, excluded.executed, excluded.indicators,
                               excluded.measured, excluded.entered, excluded.missing, excluded.unexplained, excluded.changed)
                        """)
                .params(
                        form,
                        state.length(),
                        stored(state.status()),
                        Projection.document(state),
                        Projection.evidence(state),
                        state.form().project(),
                        state.form().department(),
                        state.form().unit(),
                        scored.total(),
                        scored.grade().name().zh(),
                        scored.funds().getFirst().rate(),
                        funds.initialBudget().fen(),
                        funds.annualBudget().fen(),
                        funds.executed().fen(),
                        coverage.indicators(),
                        coverage.measured(),
                        coverage.entered(),
                        coverage.missing(),
                        Projection.unexplained(state.form()),
                        state.history().getLast().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The forms of an organisation within some years, as the review takes them. */
    List<Submission> submissions(String organisation, int from, int to) {
        return jdbc.sql("""
                        SELECT f.id, s.document, s.evidence FROM performance.form f JOIN performance.form_state s ON s.form = f.id
                        WHERE f.organisation = ? AND f.year BETWEEN ? AND ? ORDER BY f.id
                        """)
                .param(organisation)
                .param(from)
                .param(to)
                .query((row, n) -> Projection.submission(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Replaces the findings of all forms of an organisation within some years. */
    void replaceFindings(String organisation, int from, int to, List<Finding> findings) {
        jdbc.sql("""
                        DELETE FROM performance.finding n USING performance.form f
                        WHERE n.form = f.id AND f.organisation = ? AND f.year BETWEEN ? AND ?
                        """).param(organisation).param(from).param(to).update();
        Map<String, Integer> numbers = new HashMap<>();
        int size = findings.size();
        String[] forms = new String[size];
        Integer[] places = new Integer[size];
        String[] rules = new String[size];
        String[] severities = new String[size];
        @Nullable String[] indicators = new String[size];
        String[] documents = new String[size];
        for (int i = 0; i < size; i++) {
            Finding finding = findings.get(i);
            forms[i] = finding.form().key();
            places[i] = numbers.merge(finding.form().key(), 1, Integer::sum);
            rules[i] = finding.rule();
            severities[i] = finding.severity().name().toLowerCase(Locale.ROOT);
            indicators[i] = finding.indicator();
            documents[i] = FindingJson.write(finding).canonical();
        }
        jdbc.sql("""
                        INSERT INTO performance.finding (form, number, rule, severity, indicator, document)
                        SELECT * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                        """)
                .params(forms, places, rules, severities, indicators, documents)
                .update();
    }

    /** What the review objects to in a form. */
    List<Finding> findings(String form) {
        return jdbc.sql("SELECT document FROM performance.finding WHERE form = ? ORDER BY number")
                .param(form)
                .query((row, n) -> FindingJson.read(row.getString(1)))
                .list();
    }

    /** Remembers that a file was brought for a form. */
    void keep(String form, String digest) {
        jdbc.sql("INSERT INTO performance.kept_file (form, digest) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(form, digest)
                .update();
    }

    /** Whether all these files were brought for the form. */
    boolean kept(String form, Collection<String> digests) {
        return jdbc.sql("SELECT count(*) FROM performance.kept_file WHERE form = ? AND digest = ANY (?)")
                        .params(form, digests.toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == digests.size();
    }

    private static Identity identity(ResultSet row, int number) throws SQLException {
        return new Identity(
                row.getString("id"),
                row.getString("project"),
                row.getString("organisation"),
                row.getInt("year"),
                row.getBoolean("synthetic"));
    }

    /**
     * What tells a form from all others.
     *
     * @param id {@code frm_…}
     * @param project {@code prj_…}
     * @param organisation the scope
     * @param year the fiscal year
     * @param synthetic whether it is invented
     */
    record Identity(String id, String project, String organisation, int year, boolean synthetic) {
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
                Status.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
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

    static String stored(Status state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
