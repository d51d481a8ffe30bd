package org.diban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.diban.evidence.bundle.BundleLimits;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.BundleVerifier;
import org.diban.evidence.bundle.BundleWriter;
import org.diban.evidence.bundle.ClaimsVerifier;
import org.diban.evidence.bundle.SealedRow;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.log.Seal;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.Tile;
import org.diban.evidence.merkle.TileAppender;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TiledTree;

/** A bundle of a million rows, every second leaf of a log of two million, written and verified. */
final class Bundle implements Bench.Measurement {
    private static final int ROWS = 1_000_000;
    private static final String OURS = "probe/prb_01k3v9c2m4e8w6n0r5t7y1a2a3";
    private static final String OTHERS = "probe/prb_01k3v9c2m4e8w6n0r5t7y1a2b3";

    @Override
    public void run() throws IOException {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            measure(algorithm);
        }
    }

    private static void measure(HashAlgorithm algorithm) throws IOException {
        SecureRandom random = new SecureRandom();
        SigningKey key = SigningKey.generate("bench.example/log", SignatureType.SM2, random);
        StreamHeads heads = new StreamHeads(
                algorithm, List.of(new StreamHead("log", 1), new StreamHead(OURS, ROWS), new StreamHead(OTHERS, ROWS)));
        Seal seal = heads.seal(2L * ROWS);
        byte[] last = seal.fact(0, Instant.EPOCH, "bench").leaf();
        TileAppender appender = new TileAppender(algorithm);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            appender.appendLeaf(SyntheticFacts.fact(OURS, i).leaf());
            appender.appendLeaf(SyntheticFacts.fact(OTHERS, i).leaf());
        }
        appender.appendLeaf(last);
        tiles.addAll(appender.takeChanged());
        Checkpoint checkpoint = new Checkpoint("bench.example/log", appender.size(), appender.root(), algorithm);
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, key, random);

        Path file = Files.createTempFile("bench", ".zip");
        try {
            long start = System.nanoTime();
            try (BundleWriter bundle =
                    new BundleWriter(Files.newOutputStream(file), signed, List.of(key.verifierKey()))) {
                bundle.heads(heads.prove(List.of(OURS)));
                bundle.rows(rows(last), new TiledTree(algorithm, TileReader.of(tiles)));
                bundle.finish();
            }
            double written = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            BundleReport report = new BundleVerifier(new Trust(List.of(key.verifierKey()), 0), BundleLimits.USUAL)
                    .verify(file, ClaimsVerifier.NONE);
            double verified = (System.nanoTime() - start) / 1e9;
            if (!report.proved()) {
                throw new IllegalStateException("not proved: " + report);
            }
            System.out.printf(
                    "%-7s %,d rows, %,d MB: written in %.1f s, verified in %.1f s%n",
                    algorithm.id(), report.rows(), Files.size(file) / 1_000_000, written, verified);
        } finally {
            Files.delete(file);
        }
    }

    private static Iterator<SealedRow> rows(byte[] last) {
        return LongStream.rangeClosed(0, ROWS)
                .mapToObj(i -> i == ROWS
                        ? new SealedRow(2L * ROWS, last)
                        : new SealedRow(2 * i, SyntheticFacts.fact(OURS, i).leaf()))
                .iterator();
    }
}
