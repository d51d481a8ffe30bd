package org.diban.evidence.merkle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A tree as its stored tiles: roots and proofs at any size up to the stored one.
 *
 * <p>A root or a proof reads O(log n / 8) tiles and hashes at most 255 nodes for each. The tiles last read are kept, so that one tree serves
 * a run of proofs; it must be made anew to see tiles that have grown since. For one thread.
 */
public final class TiledTree {
    private static final int TILES_KEPT = 64;

    private final TreeHasher hasher;
    private final TileReader tiles;
    private final byte[] scratch = new byte[Tile.BYTES / 2];
    private final Map<Place, byte[]> kept = new LinkedHashMap<>(TILES_KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > TILES_KEPT;
        }
    };

    private record Place(int level, long index) {}

    /** The tree over these tiles. */
    public TiledTree(HashAlgorithm algorithm, TileReader tiles) {
        this.hasher = algorithm.treeHasher();
        this.tiles = tiles;
    }

    /** The root of the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("negative size");
        }
        return size == 0 ? hasher.empty() : subtree(0, size);
    }

    /** The hash of one leaf. */
    public Hash leaf(long index) {
        return subtree(index, index + 1);
    }

    /** The proof that the leaf at {@code index} is in the tree of the first {@code size} leaves (RFC 9162 section 2.1.3.1). */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(subtree(middle, to));
                to = middle;
            } else {
                path.add(subtree(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /** The proof that the tree of {@code first} leaves is a prefix of that of {@code second} (RFC 9162 section 2.1.4.1). */
    public ConsistencyProof consistency(long first, long second) {
        if (first < 1 || first > second) {
            throw new IndexOutOfBoundsException("a tree of " + first + " leaves in one of " + second);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = second;
        while (to != first) {
            long middle = from + split(to - from);
            if (first <= middle) {
                path.add(subtree(middle, to));
                to = middle;
            } else {
                path.add(subtree(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(subtree(from, to));
        }
        return new ConsistencyProof(first, second, path.reversed());
    }

    /**
     * The proof that leaves stand in the tree of the first {@code size} leaves, as {@link SubsetRoot} takes it.
     *
     * @param ranges the places of the leaves, ascending, without overlap
     * @param proof takes the hashes in order; O(ranges · log size) of them
     */
    public void subset(long size, Iterator<LeafRange> ranges, Consumer<Hash> proof) {
        long at = 0;
        while (ranges.hasNext()) {
            LeafRange range = ranges.next();
            if (range.from() < at || range.to() > size) {
                throw new IndexOutOfBoundsException(range + " after " + at + " in a tree of " + size);
            }
            gap(at, range.from(), size, proof);
            at = range.to();
        }
        gap(at, size, size, proof);
    }

    private void gap(long from, long to, long size, Consumer<Hash> proof) {
        long at = from;
        while (at < to) {
            long end = SubsetRoot.end(at, SubsetRoot.height(at, to, size), size);
            proof.accept(subtree(at, end));
            at = end;
        }
    }

    /** The hash over the leaves of one node of a tree: from a multiple of a power of two not less than {@code to - from}. */
    private Hash subtree(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return complete(from, Long.numberOfTrailingZeros(count));
        }
        long middle = from + split(count);
        return hasher.node(complete(from, Long.numberOfTrailingZeros(middle - from)), subtree(middle, to));
    }

    private Hash complete(long from, int height) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        long place = from >> (level * Tile.HEIGHT);
        int offset = (int) (place % Tile.WIDTH);
        int width = offset + (1 << within);
        byte[] hashes = tile(level, place / Tile.WIDTH, width);
        return hasher.complete(hashes, offset * Hash.BYTES, within, scratch);
    }

    private byte[] tile(int level, long index, int width) {
        Place place = new Place(level, index);
        byte[] hashes = kept.get(place);
        if (hashes == null || hashes.length < width * Hash.BYTES) {
            hashes = read(tiles, level, index, width);
            kept.put(place, hashes);
        }
        return hashes;
    }

    static byte[] read(TileReader tiles, int level, long index, int width) {
        byte[] hashes = tiles.tile(level, index);
        if (hashes == null || hashes.length < width * Hash.BYTES) {
            throw TileProblem.TILE_MISSING.exception(
                    level, index, width, hashes == null ? 0 : hashes.length / Hash.BYTES);
        }
        return hashes;
    }

    /** The largest power of two less than {@code count}, which is at least 2. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
