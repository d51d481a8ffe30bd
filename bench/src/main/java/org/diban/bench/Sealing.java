package org.diban.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.diban.evidence.merkle.Digest;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TileAppender;

/** Growing the tree by 100,000 leaves, tiles and root included, beside the bare hashing of the same leaves. */
final class Sealing implements Bench.Measurement {
    private static final int LEAVES = 100_000;

    @Override
    public void run() {
        byte[][] leaves = IntStream.range(0, LEAVES)
                .mapToObj(i -> SyntheticFacts.fact("probe/prb_01k3v9c2m4e8w6n0r5t7y1a2b3", i)
                        .leaf())
                .toArray(byte[][]::new);
        long bytes = IntStream.range(0, LEAVES).mapToLong(i -> leaves[i].length).sum();
        System.out.printf("%d leaves of %d bytes on average%n", LEAVES, bytes / LEAVES);
        Stopwatch stopwatch = new Stopwatch(10, 21);
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            List<Stopwatch.Times> both =
                    stopwatch.time(List.of(() -> bare(algorithm, leaves), () -> seal(algorithm, leaves)));
            Stopwatch.Times bare = both.getFirst();
            Stopwatch.Times sealing = both.getLast();
            System.out.printf(
                    "%-7s bare hashing  %s%n%-7s sealing       %s%n%-7s sealing / bare hashing = %.2f by the shortest runs, %.2f by the medians; %.0f facts/s%n",
                    algorithm.id(),
                    bare.in(1e6, "ms"),
                    algorithm.id(),
                    sealing.in(1e6, "ms"),
                    algorithm.id(),
                    sealing.shortest() / bare.shortest(),
                    sealing.median() / bare.median(),
                    LEAVES / (sealing.median() / 1e9));
        }
    }

    private static void bare(HashAlgorithm algorithm, byte[][] leaves) {
        Digest digest = algorithm.digest();
        for (byte[] leaf : leaves) {
            digest.update(leaf, 0, leaf.length);
            digest.finish();
        }
    }

    private static void seal(HashAlgorithm algorithm, byte[][] leaves) {
        TileAppender appender = new TileAppender(algorithm);
        for (byte[] leaf : leaves) {
            appender.appendLeaf(leaf);
        }
        if (appender.takeChanged().isEmpty() || appender.root().equals(algorithm.hash(new byte[0]))) {
            throw new IllegalStateException("nothing was sealed");
        }
    }
}
