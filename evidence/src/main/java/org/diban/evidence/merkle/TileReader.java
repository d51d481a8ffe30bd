package org.diban.evidence.merkle;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where tiles are stored. */
@FunctionalInterface
public interface TileReader {
    /** A store without tiles: that of an empty tree. */
    TileReader EMPTY = (level, index) -> null;

    /** A store of just these tiles, in memory. Of two with the same place the later one counts. */
    static TileReader of(Collection<Tile> tiles) {
        record Place(int level, long index) {}
        Map<Place, byte[]> stored = new HashMap<>();
        tiles.forEach(tile -> stored.put(new Place(tile.level(), tile.index()), tile.hashes()));
        return (level, index) -> stored.get(new Place(level, index));
    }

    /**
     * The hashes of a tile, side by side, as they stand now; more than were there at an earlier size is no harm.
     *
     * @param level 0 for tiles of leaf hashes
     * @param index the place among the tiles of that level, from 0
     * @return a multiple of 32 bytes, at most {@value Tile#BYTES}, that will not be changed; {@code null} when there is no such tile
     */
    byte @Nullable [] tile(int level, long index);
}
