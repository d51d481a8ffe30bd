package org.diban.evidence.merkle;

/**
 * One tile of a tree.
 *
 * @param level 0 for tiles of leaf hashes; a hash at level L covers 256^L leaves
 * @param index the place among the tiles of its level, from 0
 * @param hashes 1 to 256 hashes of 32 bytes, side by side. The array is the tile's own: it must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // a tile is 8 KiB and is handed on, never compared
public record Tile(int level, long index, byte[] hashes) {
    /** How many levels of nodes one tile spans. */
    public static final int HEIGHT = 8;

    /** The number of hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The size of a full tile in bytes. */
    public static final int BYTES = WIDTH * Hash.BYTES;

    public Tile {
        if (level < 0 || index < 0 || hashes.length == 0 || hashes.length > BYTES || hashes.length % Hash.BYTES != 0) {
            throw new IllegalArgumentException("not a tile");
        }
    }

    /** The number of hashes. */
    public int width() {
        return hashes.length / Hash.BYTES;
    }

    /** Whether the tile can grow no more. */
    public boolean full() {
        return hashes.length == BYTES;
    }
}
