package org.diban.app.performance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.ImportRecord.State;
import org.diban.app.performance.ImportReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in PostgreSQL. */
@Repository
class ImportStore {
    private static final String SELECT = """
            SELECT i.*, ARRAY(SELECT form FROM performance.import_form WHERE import = i.id ORDER BY form) AS forms
            FROM performance.import i
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file that was received and not yet checked. */
    void insert(ImportRecord received) {
        jdbc.sql("""
                        INSERT INTO performance.import (id, organisation, file_name, digest, size, person, received, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(received.id())
                .param(received.organisation())
                .param(received.fileName())
                .param(received.digest())
                .param(received.size())
                .param(received.person())
                .param(received.received().atOffset(ZoneOffset.UTC))
                .param(stored(received.state()))
                .update();
    }

    void checked(String id, ImportReport report) {
        jdbc.sql("UPDATE performance.import SET state = ?, report = ? WHERE id = ?")
                .param(stored(report.faultless() ? State.CHECKED : State.REJECTED))
                .param(ReportJson.write(report).canonical())
                .param(id)
                .update();
    }

    void job(String id, String job) {
        jdbc.sql("UPDATE performance.import SET job = ? WHERE id = ?")
                .param(job)
                .param(id)
                .update();
    }

    void taken(String id, Instant at, Collection<String> forms) {
        jdbc.sql("UPDATE performance.import SET state = 'taken', decided = ? WHERE id = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
        jdbc.sql("INSERT INTO performance.import_form (import, form) SELECT ?, unnest(?::text[])")
                .param(id)
                .param(forms.toArray(String[]::new))
                .update();
    }

    Optional<ImportRecord> find(String id) {
        return jdbc.sql(SELECT + "WHERE i.id = ?")
                .param(id)
                .query(ImportStore::row)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<ImportRecord> lock(String id) {
        return jdbc.sql(SELECT + "WHERE i.id = ? FOR UPDATE OF i")
                .param(id)
                .query(ImportStore::row)
                .optional();
    }

    /** The latest imports of some organisations. */
    List<ImportRecord> latest(Collection<String> organisations, int limit) {
        return jdbc.sql(
                        SELECT
                                + "WHERE i.organisation = ANY (:organisations) ORDER BY i.received DESC, i.id DESC LIMIT :limit")
                .param("organisations", organisations.toArray(String[]::new))
                .param("limit", limit)
                .query(ImportStore::row)
                .list();
    }

    private static ImportRecord row(ResultSet row, int number) throws SQLException {
        @Nullable String report = row.getString("report");
        return new ImportRecord(
                row.getString("id"),
                row.getString("organisation"),
                row.getString("file_name"),
                row.getString("digest"),
                row.getLong("size"),
                row.getString("person"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                report == null ? null : ReportJson.read(report),
                row.getString("job"),
                List.of((String[]) row.getArray("forms").getArray()));
    }

    private static String stored(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
