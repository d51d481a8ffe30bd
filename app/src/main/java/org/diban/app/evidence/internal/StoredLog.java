package org.diban.app.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.NoteSignature;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SignedNote;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TiledTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed log as its tables. */
@Service
class StoredLog implements SealedLog {
    private static final String CHECKPOINT = """
            SELECT c.note, c.at, coalesce((SELECT string_agg(s.line || chr(10), '' ORDER BY s.received, s.key)
                                           FROM evidence.cosignature s WHERE s.size = c.size), '')
            FROM evidence.checkpoint c
            """;

    private final JdbcClient jdbc;
    private final TileStore tiles;
    private final LogIdentity identity;
    private final Sealer sealer;
    private final InstantSource clock;
    private final SecureRandom random;

    StoredLog(
            JdbcClient jdbc,
            TileStore tiles,
            LogIdentity identity,
            Sealer sealer,
            InstantSource clock,
            SecureRandom random) {
        this.jdbc = jdbc;
        this.tiles = tiles;
        this.identity = identity;
        this.sealer = sealer;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String origin() {
        return identity.origin();
    }

    @Override
    public HashAlgorithm algorithm() {
        return identity.algorithm();
    }

    @Override
    public Optional<Sealed> latest() {
        return checkpoints(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public Optional<Sealed> at(long size) {
        return jdbc.sql(CHECKPOINT + "WHERE c.size = ?")
                .param(size)
                .query((row, n) -> sealed(row))
                .optional();
    }

    @Override
    public List<Sealed> checkpoints(long below, int limit) {
        return jdbc.sql(CHECKPOINT + "WHERE c.size < ? ORDER BY c.size DESC LIMIT ?")
                .param(below)
                .param(limit)
                .query((row, n) -> sealed(row))
                .list();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        byte[] note = (row.getString(1) + row.getString(3)).getBytes(StandardCharsets.UTF_8);
        return new Sealed(
                SignedCheckpoint.parse(note).orElseThrow(),
                row.getObject(2, OffsetDateTime.class).toInstant());
    }

    @Override
    public OptionalLong leafIndex(FactRef ref) {
        return jdbc.sql("""
                        SELECT p.start_index + (:seq - p.from_seq) FROM evidence.span p JOIN evidence.stream s ON s.id = p.stream
                        WHERE s.name = :stream AND p.from_seq <= :seq AND p.from_seq + p.length > :seq
                        ORDER BY p.from_seq DESC LIMIT 1
                        """)
                .param("seq", ref.seq())
                .param("stream", ref.stream())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Optional<FactRef> leaf(long index) {
        return jdbc.sql("""
                        SELECT s.name, p.from_seq + (:index - p.start_index)
                        FROM (SELECT * FROM evidence.span WHERE start_index <= :index ORDER BY start_index DESC LIMIT 1) p
                        JOIN evidence.stream s ON s.id = p.stream WHERE p.start_index + p.length > :index
                        """)
                .param("index", index)
                .query((row, n) -> new FactRef(row.getString(1), row.getLong(2)))
                .optional();
    }

    @Override
    public InclusionProof inclusion(long index, long size) {
        return tree().inclusion(index, size);
    }

    @Override
    public ConsistencyProof consistency(long first, long second) {
        return tree().consistency(first, second);
    }

    @Override
    public TileReader tiles() {
        return tiles;
    }

    @Override
    public TiledTree tree() {
        return new TiledTree(identity.algorithm(), tiles);
    }

    @Override
    public List<StreamLength> streams(long size) {
        return jdbc.sql("""
                        SELECT s.name, sum(p.length) FROM evidence.span p JOIN evidence.stream s ON s.id = p.stream
                        WHERE p.start_index < ? GROUP BY s.name ORDER BY s.name COLLATE "C"
                        """)
                .param(size)
                .query((row, n) -> new StreamLength(row.getString(1), row.getLong(2)))
                .list();
    }

    @Override
    public List<Run> runs(Set<String> streams, long size) {
        return jdbc.sql("""
                        SELECT p.start_index, s.name, p.from_seq, p.length
                        FROM evidence.span p JOIN evidence.stream s ON s.id = p.stream
                        WHERE s.name = ANY (?) AND p.start_index < ? ORDER BY p.start_index
                        """)
                .param(streams.toArray(String[]::new))
                .param(size)
                .query((row, n) -> new Run(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    @Override
    public List<VerifierKey> keys() {
        return jdbc.sql("SELECT key FROM evidence.verifier_key ORDER BY added, key")
                .query((row, n) -> VerifierKey.parse(row.getString(1)).orElseThrow())
                .list();
    }

    @Override
    @Transactional
    public void addWitness(VerifierKey key) {
        if (!key.type().cosignature()) {
            throw EvidenceProblem.BAD_WITNESS_KEY.exception(key);
        }
        jdbc.sql("INSERT INTO evidence.verifier_key (key, role, added) VALUES (?, 'witness', ?) ON CONFLICT DO NOTHING")
                .param(key.toString())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @Transactional
    public void cosign(long size, String line) {
        Sealed sealed = at(size).orElseThrow(() -> EvidenceProblem.NO_SUCH_SIZE.exception(size));
        NoteSignature signature =
                NoteSignature.parse(line.strip()).orElseThrow(() -> EvidenceProblem.BAD_COSIGNATURE.exception());
        SignedCheckpoint alone = new SignedCheckpoint(
                sealed.checkpoint().checkpoint(),
                new SignedNote(sealed.checkpoint().note().text(), List.of(signature)));
        SignatureReport report = new Trust(keys(), 0).judge(alone);
        VerifierKey key = report.lines().getFirst().key();
        if (report.witnesses() != 1 || key == null) {
            throw EvidenceProblem.BAD_COSIGNATURE.exception();
        }
        jdbc.sql("""
                        INSERT INTO evidence.cosignature (size, key, line, received) VALUES (?, ?, ?, ?)
                        ON CONFLICT (size, key) DO UPDATE SET line = excluded.line, received = excluded.received
                        """)
                .param(size)
                .param(key.toString())
                .param(signature.line())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public String sign(String text) {
        return new SignedNote(text, List.of(identity.key().sign(text, random))).toString();
    }

    @Override
    public Optional<Sealed> seal() {
        while (sealer.seal() > 0) {
            // until nothing is left
        }
        return latest();
    }
}
