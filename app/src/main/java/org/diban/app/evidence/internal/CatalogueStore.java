package org.diban.app.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue as queries over the log's tables. */
@Repository
class CatalogueStore implements LogCatalogue {
    private static final String REALM =
            "CASE WHEN s.name = 'log' THEN 'LOG' WHEN s.name LIKE 'audit/%' THEN 'AUDIT' ELSE 'BUSINESS' END";

    private static final String STREAMS = " FROM evidence.stream s LEFT JOIN evidence.sealed d ON d.stream = s.id ";

    private static final String FILTERED =
            STREAMS + "WHERE position(:text IN s.name) > 0 AND " + REALM + " IN (:realms) ";

    /** Rows :from to :to of a stream, and of these the ones of a kind. */
    private static final String OF_KIND =
            " FROM evidence.fact f WHERE f.stream = :stream AND f.seq >= :from AND f.leaf::json ->> 'kind' = :kind ";

    private static final String CHECKPOINT = """
            SELECT c.note, c.at, coalesce((SELECT string_agg(s.line || chr(10), '' ORDER BY s.received, s.key)
                                           FROM evidence.cosignature s WHERE s.size = c.size), '')
            FROM evidence.checkpoint c
            """;

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Totals totals() {
        return jdbc.sql("SELECT count(*), coalesce(sum(s.next_seq), 0), coalesce(sum(d.next_seq), 0),"
                        + " (SELECT count(*) FROM evidence.checkpoint)" + STREAMS)
                .query((row, n) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    @Override
    public long countStreams(StreamFilter filter) {
        return filter.realms().isEmpty()
                ? 0
                : jdbc.sql("SELECT count(*)" + FILTERED)
                        .param("text", filter.text())
                        .param("realms", realms(filter))
                        .query(Long.class)
                        .single();
    }

    @Override
    public List<StreamState> streams(
            StreamFilter filter, StreamOrder order, boolean descending, long offset, int limit) {
        if (filter.realms().isEmpty()) {
            return List.of();
        }
        String direction = descending ? " DESC" : "";
        String by = switch (order) {
            case NAME -> "s.name COLLATE \"C\"" + direction;
            case LENGTH -> "s.next_seq" + direction + ", s.name";
            case WAITING -> "s.next_seq - coalesce(d.next_seq, 0)" + direction + ", s.name";
        };
        return jdbc.sql(state(FILTERED + "ORDER BY " + by + " OFFSET :offset LIMIT :limit"))
                .param("text", filter.text())
                .param("realms", realms(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> state(row))
                .list();
    }

    private static List<String> realms(StreamFilter filter) {
        return filter.realms().stream().map(Enum::name).toList();
    }

    @Override
    public Optional<StreamState> stream(String name) {
        return jdbc.sql(state(STREAMS + "WHERE s.name = ?"))
                .param(name)
                .query((row, n) -> state(row))
                .optional();
    }

    /** The states of streams with the time of each one's newest fact, in the order of the inner query. */
    private static String state(String fromWhere) {
        return "SELECT p.name, p.next_seq, p.sealed, f.leaf::json ->> 'at' FROM (SELECT s.id, s.name, s.next_seq,"
                + " coalesce(d.next_seq, 0) AS sealed" + fromWhere
                + ") p LEFT JOIN LATERAL (SELECT leaf FROM evidence.fact WHERE stream = p.id AND seq = p.next_seq - 1) f ON true";
    }

    private static StreamState state(ResultSet row) throws SQLException {
        String lastAt = row.getString(4);
        return new StreamState(
                row.getString(1), row.getLong(2), row.getLong(3), lastAt == null ? null : Instant.parse(lastAt));
    }

    @Override
    public List<String> kinds(String stream) {
        return jdbc.sql("""
                        SELECT DISTINCT (f.leaf::json ->> 'kind') COLLATE "C" AS kind
                        FROM evidence.stream s JOIN evidence.fact f ON f.stream = s.id AND f.seq >= s.next_seq - :window
                        WHERE s.name = :name ORDER BY kind
                        """)
                .param("name", stream)
                .param("window", KIND_WINDOW)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Override
    public long countFacts(String stream, @Nullable String kind) {
        Optional<Place> place = place(stream);
        if (place.isEmpty() || kind == null) {
            return place.map(Place::length).orElse(0L);
        }
        return jdbc.sql("SELECT count(*)" + OF_KIND)
                .param("stream", place.get().stream())
                .param("from", place.get().window())
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Fact> facts(String stream, @Nullable String kind, boolean descending, long offset, int limit) {
        return place(stream)
                .map(place -> kind == null
                        ? all(place, descending, offset, limit)
                        : some(place, kind, descending, offset, limit))
                .orElse(List.of());
    }

    /** Numbers are dense, so a page begins at a known one. */
    private List<Fact> all(Place place, boolean descending, long offset, int limit) {
        long from = descending ? place.length() - offset - limit : offset;
        return jdbc.sql(
                        "SELECT f.leaf FROM evidence.fact f WHERE f.stream = ? AND f.seq >= ? AND f.seq < ? ORDER BY f.seq"
                                + (descending ? " DESC" : ""))
                .param(place.stream())
                .param(Math.max(0, from))
                .param(Math.min(place.length(), from + limit))
                .query(CatalogueStore::fact)
                .list();
    }

    private List<Fact> some(Place place, String kind, boolean descending, long offset, int limit) {
        return jdbc.sql("SELECT f.leaf" + OF_KIND + "ORDER BY f.seq" + (descending ? " DESC" : "")
                        + " OFFSET :offset LIMIT :limit")
                .param("stream", place.stream())
                .param("from", place.window())
                .param("kind", kind)
                .param("offset", offset)
                .param("limit", limit)
                .query(CatalogueStore::fact)
                .list();
    }

    private Optional<Place> place(String stream) {
        return jdbc.sql("SELECT id, next_seq FROM evidence.stream WHERE name = ?")
                .param(stream)
                .query((row, n) -> new Place(row.getInt(1), row.getLong(2)))
                .optional();
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return Fact.parse(row.getString(1).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<FactRef> corrections(FactRef old) {
        return jdbc.sql("""
                        SELECT f.leaf FROM evidence.fact f JOIN evidence.stream s ON s.id = f.stream
                        WHERE s.name = ? AND f.seq > ? AND f.leaf LIKE '%"corrects":{"seq":%' ORDER BY f.seq
                        """).param(old.stream()).param(old.seq()).query(CatalogueStore::fact).list().stream()
                .filter(fact -> old.equals(fact.corrects()))
                .map(Fact::ref)
                .toList();
    }

    @Override
    public Optional<SealedLog.Sealed> sealedBy(long leafIndex) {
        return jdbc.sql(CHECKPOINT + "WHERE c.size > ? ORDER BY c.size LIMIT 1")
                .param(leafIndex)
                .query((row, n) -> sealed(row))
                .optional();
    }

    @Override
    public long countCheckpoints() {
        return jdbc.sql("SELECT count(*) FROM evidence.checkpoint")
                .query(Long.class)
                .single();
    }

    @Override
    public List<SealedLog.Sealed> checkpoints(boolean descending, long offset, int limit) {
        return jdbc.sql(CHECKPOINT + "ORDER BY c.size" + (descending ? " DESC" : "") + " OFFSET ? LIMIT ?")
                .param(offset)
                .param(limit)
                .query((row, n) -> sealed(row))
                .list();
    }

    static SealedLog.Sealed sealed(ResultSet row) throws SQLException {
        byte[] note = (row.getString(1) + row.getString(3)).getBytes(StandardCharsets.UTF_8);
        return new SealedLog.Sealed(SignedCheckpoint.parse(note).orElseThrow(), instant(row, 2));
    }

    @Override
    public List<SealedDay> sealedByDay(LocalDate from, LocalDate through) {
        List<SealedDay> days = new ArrayList<>();
        long before = sizeAt(from);
        for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
            long after = sizeAt(day.plusDays(1));
            days.add(new SealedDay(day, after - before));
            before = after;
        }
        return days;
    }

    /** How large the tree was when the day began. */
    private long sizeAt(LocalDate day) {
        return jdbc.sql("SELECT size FROM evidence.checkpoint WHERE at < ? ORDER BY at DESC, size DESC LIMIT 1")
                .param(day.atStartOfDay(Period.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<RegisteredKey> keys() {
        return jdbc.sql("SELECT key, role, added, retired FROM evidence.verifier_key ORDER BY added, key")
                .query((row, n) -> new RegisteredKey(
                        VerifierKey.parse(row.getString(1)).orElseThrow(),
                        row.getString(2).equals("witness"),
                        instant(row, 3),
                        row.getObject(4) == null ? null : instant(row, 4)))
                .list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A stream in its table.
     *
     * @param length the number of its facts
     */
    private record Place(int stream, long length) {
        long window() {
            return Math.max(0, length - KIND_WINDOW);
        }
    }
}
