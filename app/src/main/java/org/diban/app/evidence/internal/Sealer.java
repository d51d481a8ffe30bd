package org.diban.app.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.log.Seal;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.TileAppender;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives committed facts their places in the tree and signs a checkpoint over it.
 *
 * <p>One sealing is one transaction: it reads one snapshot, so that of each stream it sees exactly the facts whose numbers it takes; of several
 * application nodes one seals at a time. It ends with the leaf that counts every stream.
 */
@Component
class Sealer {
    private static final String AUTHOR = "system";
    private static final long LOCK = 0x6469_6261_6e01L;
    private static final long LEAVES_A_SEALING = 200_000;
    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;
    private final FactStore facts;
    private final TileStore tiles;
    private final LogIdentity identity;
    private final InstantSource clock;
    private final SecureRandom random;

    Sealer(
            JdbcClient jdbc,
            FactStore facts,
            TileStore tiles,
            LogIdentity identity,
            InstantSource clock,
            SecureRandom random) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.tiles = tiles;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    /** Seals at most {@value #LEAVES_A_SEALING} facts. Returns how many, 0 when there were none or another node is sealing. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    long seal() {
        if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        List<Pending> pending = pending();
        if (pending.isEmpty()) {
            return 0;
        }
        TileAppender tree = new TileAppender(identity.algorithm(), tiles, size());
        long before = tree.size();
        for (Pending stream : pending) {
            append(tree, stream);
        }
        long sealed = tree.size() - before;
        appendSeal(tree);
        tiles.put(tree.takeChanged());
        sign(tree);
        return sealed;
    }

    private List<Pending> pending() {
        List<Pending> all = jdbc.sql("""
                        SELECT s.id, coalesce(d.next_seq, 0), s.next_seq
                        FROM evidence.stream s LEFT JOIN evidence.sealed d ON d.stream = s.id
                        WHERE s.next_seq > coalesce(d.next_seq, 0) AND s.name <> :log ORDER BY s.id
                        """)
                .param("log", Seal.STREAM)
                .query((row, n) -> new Pending(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
        List<Pending> batch = new ArrayList<>();
        long room = LEAVES_A_SEALING;
        for (Pending stream : all) {
            if (room == 0) {
                break;
            }
            Pending part = stream.atMost(room);
            room -= part.length();
            batch.add(part);
        }
        return batch;
    }

    private long size() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM evidence.checkpoint")
                .query(Long.class)
                .single();
    }

    private void append(TileAppender tree, Pending pending) {
        long start = tree.size();
        try (Stream<String> leaves = jdbc
                .sql("SELECT leaf FROM evidence.fact WHERE stream = ? AND seq >= ? AND seq < ? ORDER BY seq")
                .param(pending.stream())
                .param(pending.from())
                .param(pending.to())
                .withFetchSize(FETCH)
                .query((row, n) -> row.getString(1))
                .stream()) {
            leaves.forEach(leaf -> tree.appendLeaf(leaf.getBytes(StandardCharsets.UTF_8)));
        }
        if (tree.size() - start != pending.length()) {
            throw new IllegalStateException("stream " + pending.stream() + " holds " + (tree.size() - start)
                    + " facts from " + pending.from() + " to " + pending.to());
        }
        place(start, pending);
    }

    private void place(long start, Pending pending) {
        jdbc.sql("INSERT INTO evidence.span (start_index, stream, from_seq, length) VALUES (?, ?, ?, ?)")
                .param(start)
                .param(pending.stream())
                .param(pending.from())
                .param(pending.length())
                .update();
        jdbc.sql("""
                        INSERT INTO evidence.sealed (stream, next_seq) VALUES (?, ?)
                        ON CONFLICT (stream) DO UPDATE SET next_seq = excluded.next_seq
                        """).param(pending.stream()).param(pending.to()).update();
    }

    /** Appends the leaf that counts every stream, itself included. */
    private void appendSeal(TileAppender tree) {
        long number = facts.length(Seal.STREAM);
        List<StreamHead> heads = new ArrayList<>(heads());
        heads.removeIf(head -> head.stream().equals(Seal.STREAM));
        heads.add(new StreamHead(Seal.STREAM, number + 1));
        Seal seal = new StreamHeads(identity.algorithm(), heads).seal(tree.size());
        FactRef ref = facts.append(Seal.STREAM, Seal.KIND, AUTHOR, seal.body());
        long start = tree.size();
        tree.appendLeaf(facts.find(ref).orElseThrow().leaf());
        int stream = jdbc.sql("SELECT id FROM evidence.stream WHERE name = ?")
                .param(Seal.STREAM)
                .query(Integer.class)
                .single();
        place(start, new Pending(stream, ref.seq(), ref.seq() + 1));
    }

    private List<StreamHead> heads() {
        return jdbc.sql("SELECT s.name, d.next_seq FROM evidence.sealed d JOIN evidence.stream s ON s.id = d.stream")
                .query((row, n) -> new StreamHead(row.getString(1), row.getLong(2)))
                .list();
    }

    private void sign(TileAppender tree) {
        Checkpoint checkpoint = new Checkpoint(identity.origin(), tree.size(), tree.root(), identity.algorithm());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("INSERT INTO evidence.checkpoint (size, root, at, note) VALUES (?, ?, ?, ?)")
                .param(checkpoint.size())
                .param(checkpoint.root().bytes())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(SignedCheckpoint.sign(checkpoint, identity.key(), random)
                        .note()
                        .toString())
                .update();
    }

    /**
     * Facts of a stream that wait for their places.
     *
     * @param from the number of the first
     * @param to the number after the last
     */
    private record Pending(int stream, long from, long to) {
        long length() {
            return to - from;
        }

        Pending atMost(long count) {
            return length() <= count ? this : new Pending(stream, from, from + count);
        }
    }
}
