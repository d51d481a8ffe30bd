package org.diban.app.evidence.internal;

import java.util.List;
import org.diban.evidence.merkle.Tile;
import org.diban.evidence.merkle.TileReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tiles of the tree in PostgreSQL. */
@Repository
class TileStore implements TileReader {
    private final JdbcClient jdbc;

    TileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public byte @Nullable [] tile(int level, long index) {
        return jdbc.sql("SELECT hashes FROM evidence.tile WHERE level = ? AND index = ?")
                .param(level)
                .param(index)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    /** Stores new tiles and those that have grown. */
    void put(List<Tile> tiles) {
        for (Tile tile : tiles) {
            jdbc.sql("""
                            INSERT INTO evidence.tile (level, index, hashes) VALUES (?, ?, ?)
                            ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes
                            """)
                    .param(tile.level())
                    .param(tile.index())
                    .param(tile.hashes())
                    .update();
        }
    }
}
