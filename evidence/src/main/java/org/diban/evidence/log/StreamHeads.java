package org.diban.evidence.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diban.evidence.merkle.Frontier;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.evidence.merkle.TileAppender;
import org.diban.evidence.merkle.TileReader;
import org.diban.evidence.merkle.TiledTree;

/**
 * The heads of all streams at one moment, and their root.
 *
 * <p>Making it hashes every head once; memory is about 100 bytes a stream. A proof costs O(log n) nodes. Immutable.
 */
public final class StreamHeads {
    private final HashAlgorithm algorithm;
    private final List<StreamHead> heads;
    private final Hash root;

    /**
     * The heads of a log.
     *
     * @param heads one for each stream that has a fact, in any order
     * @throws IllegalArgumentException if a stream is named twice
     */
    public StreamHeads(HashAlgorithm algorithm, Collection<StreamHead> heads) {
        this.algorithm = algorithm;
        this.heads =
                heads.stream().sorted(Comparator.comparing(StreamHead::stream)).toList();
        for (int i = 1; i < this.heads.size(); i++) {
            if (this.heads.get(i).stream().equals(this.heads.get(i - 1).stream())) {
                throw new IllegalArgumentException("a stream named twice: " + this.heads.get(i).stream());
            }
        }
        Frontier frontier = new Frontier(algorithm);
        this.heads.forEach(head -> frontier.appendLeaf(head.leaf()));
        this.root = frontier.root();
    }

    /** The root over them. */
    public Hash root() {
        return root;
    }

    /** The number of streams. */
    public int count() {
        return heads.size();
    }

    /** The seal that closes a batch with these heads. They must count the seal itself. */
    public Seal seal(long size) {
        return new Seal(size, heads.size(), root);
    }

    /** The proofs for some streams, in the order of their names; none for a stream without facts. */
    public List<HeadProof> prove(Collection<String> streams) {
        TileAppender appender = new TileAppender(algorithm);
        heads.forEach(head -> appender.appendLeaf(head.leaf()));
        TiledTree tree = new TiledTree(algorithm, TileReader.of(appender.takeChanged()));
        return IntStream.range(0, heads.size())
                .filter(i -> streams.contains(heads.get(i).stream()))
                .mapToObj(i -> new HeadProof(heads.get(i), tree.inclusion(i, heads.size())))
                .toList();
    }

    /** The proof for one stream; nothing when it has no facts. */
    public Optional<HeadProof> prove(String stream) {
        return prove(List.of(stream)).stream().findFirst();
    }

    /**
     * The proof of how far a stream goes.
     *
     * @param head what is proved
     * @param inclusion that its leaf is under {@code heads}
     */
    public record HeadProof(StreamHead head, InclusionProof inclusion) {
        /** Whether it holds under a seal. */
        public boolean proves(HashAlgorithm algorithm, Seal seal) {
            return inclusion.size() == seal.streams()
                    && inclusion.proves(algorithm, algorithm.treeHasher().leaf(head.leaf()), seal.heads());
        }
    }
}
