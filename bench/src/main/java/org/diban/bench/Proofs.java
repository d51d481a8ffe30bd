package org.diban.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.evidence.merkle.Tile;
import org.diban.evidence.merkle.TileAppender;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TiledTree;

/** Inclusion and consistency proofs at sizes from a thousand to ten million leaves, each from cold tiles. */
final class Proofs implements Bench.Measurement {
    private static final long[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final int PROOFS = 200;

    @Override
    public void run() {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            TileReader tiles = grow(algorithm, SIZES[SIZES.length - 1]);
            for (long size : SIZES) {
                measure(algorithm, tiles, size);
            }
        }
    }

    private static TileReader grow(HashAlgorithm algorithm, long size) {
        TileAppender appender = new TileAppender(algorithm);
        List<Tile> tiles = new ArrayList<>();
        byte[] leaf = new byte[Hash.BYTES];
        for (long i = 0; i < size; i++) {
            ByteBuffer.wrap(leaf).putLong(0, i * 0x9e3779b97f4a7c15L);
            appender.append(Hash.of(leaf));
            if (i % 1_000_000 == 0) {
                tiles.addAll(appender.takeChanged());
            }
        }
        tiles.addAll(appender.takeChanged());
        return TileReader.of(tiles);
    }

    private static void measure(HashAlgorithm algorithm, TileReader tiles, long size) {
        Random random = new Random(size);
        long[] reads = {0};
        TileReader counting = (level, index) -> {
            reads[0]++;
            return tiles.tile(level, index);
        };
        Hash root = new TiledTree(algorithm, tiles).root(size);
        Stopwatch stopwatch = new Stopwatch(PROOFS, PROOFS);
        Stopwatch.Times inclusion = stopwatch.time(() -> {
            TiledTree tree = new TiledTree(algorithm, counting);
            long index = random.nextLong(size);
            InclusionProof proof = tree.inclusion(index, size);
            if (!proof.proves(algorithm, tree.leaf(index), root)) {
                throw new IllegalStateException("a proof that does not hold");
            }
        });
        double tilesRead = reads[0] / (2.0 * PROOFS);
        Stopwatch.Times consistency = stopwatch.time(() -> {
            ConsistencyProof proof = new TiledTree(algorithm, counting).consistency(1 + random.nextLong(size), size);
            if (proof.path().size() > 64) {
                throw new IllegalStateException("a proof that is too long");
            }
        });
        System.out.printf(
                "%-7s %,11d leaves  inclusion proof made and verified %s  (%.1f tiles)  consistency proof made %s%n",
                algorithm.id(), size, inclusion.in(1e6, "ms"), tilesRead, consistency.in(1e6, "ms"));
    }
}
