package org.diban.evidence.log;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.Frontier;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.Tile;
import org.diban.evidence.merkle.TileAppender;
import org.diban.evidence.merkle.TileProblem;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TreeHasher;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The check that re-derives a log from its stored rows and compares every tile, seal and checkpoint with what is stored.
 *
 * <p>Rows are given in the order of the log. One pass; memory is O(streams). A row that was changed is reported and the check goes on with
 * the hash that was sealed, so that one change gives one problem and a later change is found too. For one thread.
 */
public final class LogCheck {
    /** How many problems a report lists. */
    static final int PROBLEMS_KEPT = 100;

    private static final int ROWS_BETWEEN_TILE_CHECKS = 1 << 16;

    private final HashAlgorithm algorithm;
    private final TreeHasher hasher;
    private final TileReader tiles;
    private final Trust trust;
    private final Iterator<SignedCheckpoint> checkpoints;
    private final TileAppender tree;
    private final TreeMap<String, Head> heads = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable SignedCheckpoint checkpoint;
    private byte[] leafTile = {};
    private long rows;
    private long problemCount;
    private long checkpointsAgreed;
    private LogReport.@Nullable Difference first;

    /**
     * Begins a check.
     *
     * @param tiles the stored tiles
     * @param checkpoints the stored checkpoints, in any order
     * @param trust the keys of the log and its witnesses
     */
    public LogCheck(HashAlgorithm algorithm, TileReader tiles, List<SignedCheckpoint> checkpoints, Trust trust) {
        this.algorithm = algorithm;
        this.hasher = algorithm.treeHasher();
        this.tiles = tiles;
        this.trust = trust;
        this.checkpoints = checkpoints.stream()
                .sorted(Comparator.comparingLong(c -> c.checkpoint().size()))
                .iterator();
        this.tree = new TileAppender(algorithm);
        nextCheckpoint();
    }

    /**
     * Takes the next row.
     *
     * @param index the leaf index it is stored under, ascending
     * @param filed the fact it is stored as
     * @param leaf its stored bytes
     */
    public void row(long index, FactRef filed, byte[] leaf) {
        rows++;
        if (index < tree.size()) {
            problem(LogProblem.ROW_TWICE.problem(index));
            return;
        }
        if (index > tree.size()) {
            problem(LogProblem.ROW_MISSING.problem(tree.size(), index - 1));
            fillFromTiles(index);
        }
        Hash sealed = sealed(index);
        Hash hash = hasher.leaf(leaf);
        tree.append(sealed == null ? hash : sealed);
        if (sealed == null || sealed.equals(hash)) {
            checkpoint(fact(index, filed, leaf));
        } else {
            changed(index, filed);
            checkpoint(filed.stream().equals(Seal.STREAM));
        }
        if (tree.size() % ROWS_BETWEEN_TILE_CHECKS == 0) {
            compareTiles();
        }
    }

    /** Ends the check. */
    public LogReport finish() {
        compareTiles();
        while (checkpoint != null) {
            problem(LogProblem.CHECKPOINT_BEYOND.problem(checkpoint.checkpoint().size(), tree.size()));
            nextCheckpoint();
        }
        return new LogReport(
                rows, heads.size(), checkpointsAgreed, tree.root(), Optional.ofNullable(first), problems, problemCount);
    }

    /** The hash under which a leaf was sealed; {@code null} when it is in no tile. */
    private @Nullable Hash sealed(long index) {
        int place = (int) (index % Tile.WIDTH);
        if (place == 0 || leafTile.length == 0) {
            byte[] stored = tiles.tile(0, index / Tile.WIDTH);
            leafTile = stored == null ? new byte[0] : stored;
        }
        if (leafTile.length < (place + 1) * Hash.BYTES) {
            if (place == 0 || leafTile.length == place * Hash.BYTES) {
                problem(TileProblem.TILE_MISSING.problem(
                        0, index / Tile.WIDTH, place + 1, leafTile.length / Hash.BYTES));
            }
            return null;
        }
        return Hash.at(leafTile, place * Hash.BYTES);
    }

    /** Goes on behind missing rows with the hashes that were sealed. */
    private void fillFromTiles(long index) {
        while (tree.size() < index) {
            Hash sealed = sealed(tree.size());
            tree.append(sealed == null ? algorithm.hash(new byte[0]) : sealed);
            checkpoint(true);
        }
    }

    /** Checks what a row says; gives whether it is a seal. */
    private boolean fact(long index, FactRef filed, byte[] leaf) {
        Fact fact;
        try {
            fact = Fact.parse(leaf);
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            problem(LogProblem.ROW_UNREADABLE.problem(index, String.valueOf(e.getMessage())));
            return false;
        }
        if (!Arrays.equals(fact.leaf(), leaf)) {
            problem(LogProblem.ROW_UNREADABLE.problem(index, "not canonical"));
        }
        if (!fact.ref().equals(filed)) {
            problem(LogProblem.ROW_MISPLACED.problem(index, filed, fact.ref()));
        }
        advance(index, filed);
        if (!filed.stream().equals(Seal.STREAM)) {
            return false;
        }
        Optional<Seal> seal = Seal.of(fact);
        if (!seal.equals(Optional.of(new Seal(index, heads.size(), headsRoot())))) {
            problem(LogProblem.SEAL_WRONG.problem(index));
        }
        return seal.isPresent();
    }

    private void advance(long index, FactRef filed) {
        Head head = heads.computeIfAbsent(filed.stream(), name -> new Head());
        if (filed.seq() != head.next) {
            LogProblem kind = filed.seq() > head.next ? LogProblem.SEQ_MISSING : LogProblem.SEQ_TWICE;
            problem(kind.problem(index, filed.stream(), head.next, filed.seq()));
        }
        head.advance(filed.seq() + 1);
    }

    private Hash headsRoot() {
        Frontier frontier = new Frontier(algorithm);
        heads.forEach((stream, head) -> frontier.append(head.leaf(hasher, stream)));
        return frontier.root();
    }

    private void checkpoint(boolean seal) {
        while (checkpoint != null && checkpoint.checkpoint().size() <= tree.size()) {
            long size = checkpoint.checkpoint().size();
            if (!trust.judge(checkpoint).signed()) {
                problem(LogProblem.CHECKPOINT_UNSIGNED.problem(size));
            }
            if (!seal || size == 0) {
                problem(LogProblem.CHECKPOINT_UNSEALED.problem(size));
            }
            if (checkpoint.checkpoint().algorithm() == algorithm
                    && checkpoint.checkpoint().root().equals(tree.root())) {
                checkpointsAgreed++;
            } else {
                problem(LogProblem.CHECKPOINT_WRONG.problem(size));
            }
            nextCheckpoint();
        }
    }

    private void nextCheckpoint() {
        checkpoint = checkpoints.hasNext() ? checkpoints.next() : null;
    }

    private void compareTiles() {
        for (Tile tile : tree.takeChanged()) {
            byte[] stored = tile.level() == 0 ? tile.hashes() : tiles.tile(tile.level(), tile.index());
            if (stored == null || !Arrays.equals(tile.hashes(), Arrays.copyOf(stored, tile.hashes().length))) {
                problem(LogProblem.TILE_CHANGED.problem(tile.level(), tile.index()));
            }
        }
    }

    private void changed(long index, FactRef filed) {
        if (first == null) {
            first = new LogReport.Difference(index, filed);
        }
        problem(LogProblem.ROW_CHANGED.problem(index, filed.stream(), filed.seq()));
        advance(index, filed);
    }

    private void problem(Problem problem) {
        problemCount++;
        if (problems.size() < PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    /** How far a stream goes, with the hash of its leaf under {@code heads}. */
    private static final class Head {
        private long next;
        private @Nullable Hash leaf;

        private void advance(long to) {
            next = to;
            leaf = null;
        }

        private Hash leaf(TreeHasher hasher, String stream) {
            Hash hash = leaf;
            if (hash == null) {
                hash = hasher.leaf(new StreamHead(stream, next).leaf());
                leaf = hash;
            }
            return hash;
        }
    }
}
