package org.diban.app.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.LogCheck;
import org.diban.evidence.log.LogReport;
import org.diban.evidence.log.LogReport.Difference;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TileReader;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The check of the whole stored log, without the application around it: every sealed row, tile, checkpoint and key, in one snapshot of the
 * database. Rows are read in the order of their leaves by a cursor, so that memory does not grow with them.
 *
 * <p>The database alone cannot show that its keys are the true ones, since whoever changed the rows may have changed the keys too. So the keys are
 * compared with that of the data folder where it is at hand.
 */
public final class StoredLogCheck {
    private static final int FETCH = 2_000;
    private static final long ROWS_BETWEEN_PROGRESS = 50_000;

    private static final String ROWS = """
            SELECT p.start_index, p.from_seq, p.length, s.name, f.seq, f.leaf
            FROM (SELECT * FROM evidence.span ORDER BY start_index) p
            JOIN evidence.stream s ON s.id = p.stream
            LEFT JOIN LATERAL (SELECT seq, leaf FROM evidence.fact
                               WHERE stream = p.stream AND seq >= p.from_seq AND seq < p.from_seq + p.length ORDER BY seq) f ON true
            ORDER BY p.start_index, f.seq
            """;

    private static final String CHECKPOINTS = """
            SELECT c.size, c.at, c.note, coalesce((SELECT string_agg(s.line || chr(10), '' ORDER BY s.received, s.key)
                                                   FROM evidence.cosignature s WHERE s.size = c.size), '')
            FROM evidence.checkpoint c ORDER BY c.size
            """;

    private static final String WAITING = """
            SELECT coalesce(sum(s.next_seq - coalesce(d.next_seq, 0)), 0)
            FROM evidence.stream s LEFT JOIN evidence.sealed d ON d.stream = s.id
            """;

    private final Connection connection;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Difference firstMissing;

    private StoredLogCheck(Connection connection) {
        this.connection = connection;
    }

    /** The name of the log in a database; nothing when no application has run on it yet. */
    public static Optional<String> origin(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT origin FROM evidence.log")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /**
     * Checks the log.
     *
     * @param own the key of the data folder; nothing when it is not at hand, then the keys of the database are believed
     * @param progress told now and then how many rows have been read
     */
    public static Report run(DataSource source, Optional<VerifierKey> own, LongConsumer progress) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new StoredLogCheck(connection).run(own, progress);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        }
    }

    private Report run(Optional<VerifierKey> own, LongConsumer progress) throws SQLException {
        HashAlgorithm algorithm = algorithm();
        List<Registered> keys = keys();
        List<Stored> checkpoints = checkpoints();
        own.ifPresent(key -> compareKeys(key, keys, checkpoints));
        try (PreparedStatement tile =
                connection.prepareStatement("SELECT hashes FROM evidence.tile WHERE level = ? AND index = ?")) {
            LogCheck check = new LogCheck(
                    algorithm,
                    tiles(tile),
                    checkpoints.stream().map(Stored::note).toList(),
                    new Trust(keys.stream().map(Registered::key).toList(), 0));
            rows(check, progress);
            LogReport report = check.finish();
            problems.addAll(report.problems());
            return new Report(
                    report.rows(),
                    report.streams(),
                    report.checkpoints(),
                    waiting(),
                    algorithm,
                    report.root().hex(),
                    first(report),
                    problems,
                    report.problemCount() + problems.size() - report.problems().size(),
                    keys.stream()
                            .filter(key -> !key.witness)
                            .map(Registered::key)
                            .toList(),
                    own.isPresent());
        }
    }

    private Optional<Difference> first(LogReport report) {
        Difference missing = firstMissing;
        if (missing == null) {
            return report.firstDifference();
        }
        return report.firstDifference()
                .filter(changed -> changed.index() < missing.index())
                .or(() -> Optional.of(missing));
    }

    private HashAlgorithm algorithm() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT hash FROM evidence.log")) {
            return row.next() ? HashAlgorithm.of(row.getString(1)).orElseThrow() : HashAlgorithm.SM3;
        }
    }

    private List<Registered> keys() throws SQLException {
        List<Registered> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key, role, added, retired FROM evidence.verifier_key")) {
            while (row.next()) {
                Optional<VerifierKey> key = VerifierKey.parse(row.getString(1));
                if (key.isEmpty()) {
                    problems.add(EvidenceProblem.FOREIGN_KEY.problem(row.getString(1)));
                } else {
                    keys.add(new Registered(
                            key.get(),
                            row.getString(2).equals("witness"),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getObject(4) != null));
                }
            }
        }
        return keys;
    }

    private List<Stored> checkpoints() throws SQLException {
        List<Stored> checkpoints = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(CHECKPOINTS)) {
                while (row.next()) {
                    long size = row.getLong(1);
                    Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                    SignedCheckpoint.parse((row.getString(3) + row.getString(4)).getBytes(StandardCharsets.UTF_8))
                            .filter(note -> note.checkpoint().size() == size)
                            .ifPresentOrElse(
                                    note -> checkpoints.add(new Stored(note, at)),
                                    () -> problems.add(EvidenceProblem.BAD_STORED_NOTE.problem(size)));
                }
            }
        }
        return checkpoints;
    }

    /** The data folder's key must be the one in use, and must have signed everything since it came into use. */
    private void compareKeys(VerifierKey own, List<Registered> keys, List<Stored> checkpoints) {
        for (Registered registered : keys) {
            if (!registered.witness && !registered.retired && !registered.key.equals(own)) {
                problems.add(EvidenceProblem.FOREIGN_KEY.problem(registered.key.fingerprint()));
            }
        }
        Optional<Registered> known =
                keys.stream().filter(k -> !k.witness && k.key.equals(own)).findFirst();
        Instant since = known.map(Registered::added).orElse(Instant.EPOCH);
        if (known.isEmpty() && keys.stream().allMatch(k -> k.witness || k.retired) && !checkpoints.isEmpty()) {
            problems.add(EvidenceProblem.FOREIGN_KEY.problem("—"));
        }
        Trust trust = new Trust(List.of(own), 0);
        for (Stored checkpoint : checkpoints) {
            if (!checkpoint.at.isBefore(since) && !trust.judge(checkpoint.note).signed()) {
                problems.add(EvidenceProblem.FOREIGN_SIGNATURE.problem(
                        checkpoint.note.checkpoint().size()));
                return; // the first one says it all
            }
        }
    }

    private static TileReader tiles(PreparedStatement statement) {
        return (level, index) -> {
            try {
                statement.setInt(1, level);
                statement.setLong(2, index);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getBytes(1) : null;
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void rows(LogCheck check, LongConsumer progress) throws SQLException {
        long read = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(ROWS)) {
                Span span = null;
                long next = 0;
                while (row.next()) {
                    if (span == null || row.getLong(1) != span.start) {
                        endOf(span, next);
                        span = new Span(row.getLong(1), row.getString(4), row.getLong(2), row.getLong(3));
                        next = 0;
                    }
                    String leaf = row.getString(6);
                    if (leaf == null) {
                        continue;
                    }
                    long place = row.getLong(5) - span.from;
                    if (place > next) {
                        firstMissing(span, next);
                    }
                    next = place + 1;
                    check.row(span.start + place, span.fact(place), leaf.getBytes(StandardCharsets.UTF_8));
                    if (++read % ROWS_BETWEEN_PROGRESS == 0) {
                        progress.accept(read);
                    }
                }
                endOf(span, next);
            }
        }
    }

    private void endOf(@Nullable Span span, long next) {
        if (span != null && next < span.length) {
            firstMissing(span, next);
        }
    }

    private void firstMissing(Span span, long place) {
        if (firstMissing == null) {
            firstMissing = new Difference(span.start + place, span.fact(place));
        }
    }

    /** Facts of one stream that stand side by side in the log. */
    private record Span(long start, String stream, long from, long length) {
        FactRef fact(long place) {
            return new FactRef(stream, from + place);
        }
    }

    private long waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getLong(1);
        }
    }

    private record Registered(VerifierKey key, boolean witness, Instant added, boolean retired) {}

    private record Stored(SignedCheckpoint note, Instant at) {}

    /**
     * What the check found.
     *
     * @param rows how many sealed rows were read
     * @param streams how many streams they belong to
     * @param checkpoints how many checkpoints agree with them
     * @param waiting how many facts are recorded and not sealed, and so not checked
     * @param algorithm the hash of the log
     * @param root the root over the rows, in hexadecimal
     * @param first the first row that was changed or is missing
     * @param problems what is wrong, as far as it is listed
     * @param problemCount how many problems there are in all
     * @param keys the keys by which this log's signatures were judged
     * @param compared whether they were compared with the key of the data folder
     */
    public record Report(
            long rows,
            long streams,
            long checkpoints,
            long waiting,
            HashAlgorithm algorithm,
            String root,
            Optional<Difference> first,
            List<Problem> problems,
            long problemCount,
            List<VerifierKey> keys,
            boolean compared) {
        public Report {
            problems = List.copyOf(problems);
            keys = List.copyOf(keys);
        }

        /** Whether everything agrees. */
        public boolean intact() {
            return problemCount == 0;
        }
    }
}
