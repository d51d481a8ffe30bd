package org.diban.evidence.merkle;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tiles in memory, which count how often they are read. */
public final class MemoryTiles implements TileReader {
    private final Map<String, byte[]> tiles = new HashMap<>();
    private int reads;

    public void put(Collection<Tile> changed) {
        changed.forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile.hashes()));
    }

    @Override
    public byte @Nullable [] tile(int level, long index) {
        reads++;
        return tiles.get(level + "/" + index);
    }

    public int takeReads() {
        int count = reads;
        reads = 0;
        return count;
    }

    public int count() {
        return tiles.size();
    }

    /** A tree of so many leaves, in one batch. */
    public static MemoryTiles of(HashAlgorithm algorithm, Iterable<Hash> leaves) {
        MemoryTiles tiles = new MemoryTiles();
        TileAppender appender = new TileAppender(algorithm);
        leaves.forEach(appender::append);
        tiles.put(appender.takeChanged());
        return tiles;
    }
}
