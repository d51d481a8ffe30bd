package org.diban.app.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.diban.app.evidence.EvidenceLog;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Facts in PostgreSQL: the leaf's exact text, numbered without gaps per stream. */
@Repository
class FactStore implements EvidenceLog {
    private static final int COPY_BATCH = 10_000;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final InstantSource clock;

    FactStore(JdbcClient jdbc, DataSource dataSource, InstantSource clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FactRef append(String stream, String kind, String by, JsonObject body) {
        return insert(stream, kind, by, body, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public FactRef correct(FactRef old, String kind, String by, JsonObject body) {
        return insert(old.stream(), kind, by, body, old);
    }

    private FactRef insert(String stream, String kind, String by, JsonObject body, @Nullable FactRef corrects) {
        Place place = reserve(stream, 1);
        Fact fact = new Fact(stream, place.first(), now(), by, kind, body, corrects);
        jdbc.sql("INSERT INTO evidence.fact (stream, seq, leaf) VALUES (?, ?, ?)")
                .param(place.stream())
                .param(place.first())
                .param(fact.json().canonical())
                .update();
        return fact.ref();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Appended> appendAll(String stream, String kind, String by, Iterator<JsonObject> bodies) {
        if (!bodies.hasNext()) {
            return Optional.empty();
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            long first = -1;
            long count = 0;
            List<JsonObject> batch = new ArrayList<>(COPY_BATCH);
            while (bodies.hasNext()) {
                batch.clear();
                while (bodies.hasNext() && batch.size() < COPY_BATCH) {
                    batch.add(bodies.next());
                }
                Place place = reserve(stream, batch.size());
                if (first < 0) {
                    first = place.first();
                }
                copy(connection, place, stream, kind, by, batch);
                count += batch.size();
            }
            return Optional.of(new Appended(stream, first, count));
        } catch (SQLException e) {
            throw new IllegalStateException("COPY into evidence.fact failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void copy(
            Connection connection, Place place, String stream, String kind, String by, List<JsonObject> bodies)
            throws SQLException {
        Instant at = now();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY evidence.fact (stream, seq, leaf) FROM STDIN (FORMAT text)");
        try {
            StringBuilder lines = new StringBuilder(1 << 16);
            long seq = place.first();
            for (JsonObject body : bodies) {
                lines.append(place.stream()).append('\t').append(seq).append('\t');
                CopyText.escape(
                        new Fact(stream, seq, at, by, kind, body, null).json().canonical(), lines);
                lines.append('\n');
                seq++;
                if (lines.length() > 1 << 16) {
                    flush(copy, lines);
                }
            }
            flush(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    /** Takes the next numbers of a stream. The stream's row stays locked until the transaction ends. */
    private Place reserve(String stream, int count) {
        String update =
                "UPDATE evidence.stream SET next_seq = next_seq + :n WHERE name = :name RETURNING id, next_seq - :n";
        return place(update, stream, count)
                .or(() -> {
                    jdbc.sql("INSERT INTO evidence.stream (name, next_seq) VALUES (?, 0) ON CONFLICT (name) DO NOTHING")
                            .param(stream)
                            .update();
                    return place(update, stream, count);
                })
                .orElseThrow();
    }

    private Optional<Place> place(String update, String stream, int count) {
        return jdbc.sql(update)
                .param("n", count)
                .param("name", stream)
                .query((row, n) -> new Place(row.getInt(1), row.getLong(2)))
                .optional();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public long length(String stream) {
        return jdbc.sql("SELECT next_seq FROM evidence.stream WHERE name = ?")
                .param(stream)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<Fact> read(String stream, long from, int limit) {
        return jdbc.sql("""
                        SELECT f.leaf FROM evidence.fact f JOIN evidence.stream s ON s.id = f.stream
                        WHERE s.name = ? AND f.seq >= ? ORDER BY f.seq LIMIT ?
                        """)
                .param(stream)
                .param(from)
                .param(limit)
                .query((row, n) -> parse(row.getString(1)))
                .list();
    }

    @Override
    public List<Fact> readAll(String stream) {
        return read(stream, 0, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Fact> find(FactRef ref) {
        return read(ref.stream(), ref.seq(), 1).stream()
                .filter(fact -> fact.seq() == ref.seq())
                .findFirst();
    }

    private static Fact parse(String leaf) {
        return Fact.parse(leaf.getBytes(StandardCharsets.UTF_8));
    }

    private record Place(int stream, long first) {}
}
