package org.diban.app.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.evidence.FactRef;
import org.diban.kernel.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The readable index of the audit in PostgreSQL. */
@Repository
class AuditStore {
    private static final String SELECT = """
            SELECT a.stream, a.seq, a.at, a.person, coalesce(p.name, a.person) AS name, a.action, a.object, a.result,
                   coalesce(d.address, a.address) AS address
            FROM access.audit a LEFT JOIN access.person p ON p.id = a.person LEFT JOIN access.audit_address d ON d.digest = a.address
            """;
    private static final String WHERE = """
            WHERE (:text = '' OR a.person = :text OR a.object = :text OR p.name ILIKE :like OR p.login = :text)
              AND (:action = '' OR a.action LIKE :action || '%') AND (:result = '' OR a.result = :result)
              AND a.at >= :since AND a.at < :until
            """;

    /** How many records of each result one day has. */
    record Day(LocalDate day, long done, long denied, long failed) {}

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            FactRef fact,
            Instant at,
            String person,
            String action,
            String object,
            AuditRecord.Result result,
            String address) {
        jdbc.sql("""
                        INSERT INTO access.audit (stream, seq, at, person, action, object, result, address)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(fact.stream(), fact.seq(), Times.sql(at), person, action, object, result.name(), address)
                .update();
    }

    void keepAddress(String digest, String address, Instant at) {
        jdbc.sql("""
                        INSERT INTO access.audit_address (digest, address, seen) VALUES (?, ?, ?)
                        ON CONFLICT (digest) DO UPDATE SET seen = excluded.seen
                        """).params(digest, address, Times.sql(at)).update();
    }

    /** Forgets what digests last used before an instant stood for. */
    int forgetAddresses(Instant before) {
        return jdbc.sql("DELETE FROM access.audit_address WHERE seen < ?")
                .param(Times.sql(before))
                .update();
    }

    Listing<AuditRecord> list(ListQuery query) {
        long total = filtered(
                        "SELECT count(*) FROM access.audit a LEFT JOIN access.person p ON p.id = a.person " + WHERE,
                        query)
                .query(Long.class)
                .single();
        return new Listing<>(
                filtered(SELECT + WHERE + order(query) + " LIMIT :limit OFFSET :offset", query)
                        .param("limit", query.size())
                        .param("offset", query.offset())
                        .query((row, n) -> record(row))
                        .list(),
                total);
    }

    /** All records of a query; must be closed. */
    Stream<AuditRecord> stream(ListQuery query) {
        return filtered(SELECT + WHERE + order(query), query).query((row, n) -> record(row)).stream();
    }

    /** The days from one to another, both included, each with its numbers. */
    List<Day> days(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT day::date AS day, count(a.seq) FILTER (WHERE a.result = 'DONE') AS done,
                               count(a.seq) FILTER (WHERE a.result = 'DENIED') AS denied, count(a.seq) FILTER (WHERE a.result = 'FAILED') AS failed
                        FROM generate_series(CAST(:from AS date), CAST(:to AS date), interval '1 day') day
                        LEFT JOIN access.audit a ON a.at >= (day::timestamp AT TIME ZONE :zone)
                             AND a.at < ((day + interval '1 day')::timestamp AT TIME ZONE :zone)
                        GROUP BY day ORDER BY day
                        """)
                .param("from", from)
                .param("to", to)
                .param("zone", Period.ZONE.getId())
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("done"),
                        row.getLong("denied"),
                        row.getLong("failed")))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, ListQuery query) {
        return jdbc.sql(sql)
                .param("text", query.filter("q"))
                .param("like", PersonStore.containing(query.filter("q")))
                .param("action", query.filter("action"))
                .param("result", query.filter("result"))
                .param("since", Times.sql(start(query.filter("from"), LocalDate.of(2000, 1, 1), 0)))
                .param("until", Times.sql(start(query.filter("to"), LocalDate.of(9000, 1, 1), 1)));
    }

    private static Instant start(String day, LocalDate otherwise, int plusDays) {
        LocalDate date;
        try {
            date = day.isEmpty() ? otherwise : LocalDate.parse(day).plusDays(plusDays);
        } catch (DateTimeParseException e) {
            date = otherwise; // a filter that is no day filters nothing
        }
        return date.atStartOfDay(Period.ZONE).toInstant();
    }

    private static String order(ListQuery query) {
        String way = query.descending() ? " DESC" : "";
        return "ORDER BY a.at" + way + ", a.seq" + way;
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getString("stream"),
                row.getLong("seq"),
                Times.get(row, "at"),
                row.getString("person"),
                row.getString("name"),
                row.getString("action"),
                row.getString("object"),
                AuditRecord.Result.valueOf(row.getString("result")),
                row.getString("address"));
    }
}
