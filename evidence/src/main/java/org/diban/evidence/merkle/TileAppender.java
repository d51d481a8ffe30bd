package org.diban.evidence.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree that grows by appending leaves, and the tiles that change by it.
 *
 * <p>Opening reads the partial tiles of the right edge, at most one a level; appending n leaves hashes n nodes and changes
 * n/255 + O(log size) tiles. For one thread.
 *
 * <pre>{@code
 * TileAppender tree = new TileAppender(SM3, tiles, size);
 * rows.forEach(row -> tree.appendLeaf(row.leaf()));
 * tree.takeChanged().forEach(store::put);
 * Hash root = tree.root();
 * }</pre>
 */
public final class TileAppender {
    private static final int LEVELS = 64 / Tile.HEIGHT;

    private final TreeHasher hasher;
    private final byte[] scratch = new byte[Tile.BYTES / 2];
    private final List<Edge> edges = new ArrayList<>();
    private final List<Tile> full = new ArrayList<>();
    private long size;

    /**
     * Opens a tree.
     *
     * @param size the number of leaves that the stored tiles hold at least
     * @throws org.diban.kernel.problem.ProblemException EVID-5001 if a tile is missing or too short
     */
    public TileAppender(HashAlgorithm algorithm, TileReader tiles, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("negative size");
        }
        this.hasher = algorithm.treeHasher();
        this.size = size;
        for (int level = 0; level < LEVELS && size >> (Tile.HEIGHT * level) > 0; level++) {
            long count = size >> (Tile.HEIGHT * level);
            Edge edge = new Edge(count / Tile.WIDTH, (int) (count % Tile.WIDTH));
            if (edge.width > 0) {
                byte[] stored = TiledTree.read(tiles, level, edge.index, edge.width);
                System.arraycopy(stored, 0, edge.hashes, 0, edge.width * Hash.BYTES);
            }
            edges.add(edge);
        }
    }

    /** A new, empty tree. */
    public TileAppender(HashAlgorithm algorithm) {
        this(algorithm, TileReader.EMPTY, 0);
    }

    /** The number of leaves so far. */
    public long size() {
        return size;
    }

    /** Hashes the bytes of the next leaf and appends it. */
    public void appendLeaf(byte[] data) {
        Edge edge = edge(0);
        hasher.leaf(data, 0, data.length, edge.hashes, edge.width * Hash.BYTES);
        appended(0, edge);
        size++;
    }

    /** Appends the hash of the next leaf. */
    public void append(Hash leaf) {
        append(0, leaf);
        size++;
    }

    private void append(int level, Hash hash) {
        Edge edge = edge(level);
        hash.copyTo(edge.hashes, edge.width * Hash.BYTES);
        appended(level, edge);
    }

    private Edge edge(int level) {
        if (level == edges.size()) {
            edges.add(new Edge(0, 0));
        }
        return edges.get(level);
    }

    private void appended(int level, Edge edge) {
        edge.width++;
        edge.changed = true;
        if (edge.width == Tile.WIDTH) {
            append(level + 1, hasher.complete(edge.hashes, 0, Tile.HEIGHT, scratch));
            full.add(new Tile(level, edge.index, edge.hashes));
            edges.set(level, new Edge(edge.index + 1, 0));
        }
    }

    /**
     * The tiles that are new or have grown since the last call: full ones as they filled up, then those of the right edge.
     * Between two calls the full tiles are held in memory, 32 bytes a leaf.
     */
    public List<Tile> takeChanged() {
        List<Tile> changed = new ArrayList<>(full);
        full.clear();
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.changed) {
                changed.add(new Tile(level, edge.index, Arrays.copyOf(edge.hashes, edge.width * Hash.BYTES)));
                edge.changed = false;
            }
        }
        return changed;
    }

    /** The root over all leaves so far, from at most 255 hashes a level. */
    public Hash root() {
        Hash root = null;
        for (Edge edge : edges) {
            int rest = edge.width;
            while (rest > 0) {
                int height = Integer.numberOfTrailingZeros(rest);
                rest -= 1 << height;
                Hash left = hasher.complete(edge.hashes, rest * Hash.BYTES, height, scratch);
                root = root == null ? left : hasher.node(left, root);
            }
        }
        return root == null ? hasher.empty() : root;
    }

    /** The tile at the right edge of one level; it may be empty. */
    private static final class Edge {
        private final long index;
        private final byte[] hashes = new byte[Tile.BYTES];
        private int width;
        private boolean changed;

        private Edge(long index, int width) {
            this.index = index;
            this.width = width;
        }
    }
}
