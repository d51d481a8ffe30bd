package org.diban.evidence.log;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.MemoryTiles;
import org.diban.evidence.merkle.TileAppender;
import org.diban.kernel.json.JsonObject;

/** A log in memory, sealed as a server does it. */
public final class SmallLog {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    private final HashAlgorithm algorithm;
    private final SecureRandom random = new SecureRandom();
    private final SigningKey key;
    private final MemoryTiles tiles = new MemoryTiles();
    private final TreeMap<String, Long> next = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<SignedCheckpoint> checkpoints = new ArrayList<>();
    private int sealed;

    public SmallLog(HashAlgorithm algorithm, SignatureType type) {
        this.algorithm = algorithm;
        this.key = SigningKey.generate("small.example/log", type, random);
    }

    public Fact add(String stream, String kind, JsonObject body) {
        Fact fact = new Fact(
                stream,
                next.merge(stream, 1L, Long::sum) - 1,
                START.plusSeconds(facts.size()),
                "usr_1",
                kind,
                body,
                null);
        facts.add(fact);
        return fact;
    }

    public SignedCheckpoint seal() {
        long seq = next.merge(Seal.STREAM, 1L, Long::sum) - 1;
        StreamHeads heads = heads();
        facts.add(heads.seal(facts.size()).fact(seq, START.plusSeconds(facts.size()), "sealer"));
        TileAppender appender = new TileAppender(algorithm, tiles, sealed);
        facts.subList(sealed, facts.size()).forEach(fact -> appender.appendLeaf(fact.leaf()));
        tiles.put(appender.takeChanged());
        sealed = facts.size();
        Checkpoint checkpoint = new Checkpoint("small.example/log", sealed, appender.root(), algorithm);
        checkpoints.add(SignedCheckpoint.sign(checkpoint, key, random));
        return checkpoints.getLast();
    }

    /** The heads as they stand now. */
    public StreamHeads heads() {
        return new StreamHeads(
                algorithm,
                next.entrySet().stream()
                        .map(e -> new StreamHead(e.getKey(), e.getValue()))
                        .toList());
    }

    public HashAlgorithm algorithm() {
        return algorithm;
    }

    public List<Fact> facts() {
        return facts;
    }

    public MemoryTiles tiles() {
        return tiles;
    }

    public List<SignedCheckpoint> checkpoints() {
        return checkpoints;
    }

    public SigningKey key() {
        return key;
    }

    public Trust trust() {
        return new Trust(List.of(key.verifierKey()), 0);
    }
}
