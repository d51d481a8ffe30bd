package org.diban.evidence.merkle;

import java.util.Iterator;
import java.util.Optional;

/**
 * The root of a tree, computed from some of its leaves and a <em>subset proof</em> for the others.
 *
 * <p>A tree of n leaves is the perfect tree of the next power of two without the leaves from n on. Given the places of some leaves, the
 * proof is the list of hashes of the maximal subtrees that hold none of them, from left to right. That is, in each gap [a, b) between
 * the leaves, before the first and after the last: while a &lt; b, take the largest k for which a is a multiple of 2^k and
 * min(a + 2^k, n) ≤ b; the next hash is that of the node over the leaves from a to e = min(a + 2^k, n); go on at a = e.
 * When the root computed so equals that of a signed checkpoint, the leaves stand in the log at exactly these places.
 *
 * <p>One pass from left to right, memory O(log n), whatever the number of leaves. For one thread.
 */
public final class SubsetRoot {
    private final Frontier frontier;
    private final long size;
    private final Iterator<LeafRange> ranges;
    private final Iterator<Hash> proof;
    private LeafRange range = new LeafRange(0, 1);
    private long next;
    private boolean wellFormed = true;
    private boolean ended;

    /**
     * Begins a computation.
     *
     * @param size the number of leaves of the tree
     * @param ranges the places of the leaves that will be given, ascending, without overlap; read as the leaves come
     * @param proof the hashes of the other subtrees; read as the leaves come
     */
    public SubsetRoot(HashAlgorithm algorithm, long size, Iterator<LeafRange> ranges, Iterator<Hash> proof) {
        this.frontier = new Frontier(algorithm);
        this.size = size;
        this.ranges = ranges;
        this.proof = proof;
        nextRange();
    }

    /** Whether the ranges name a further leaf, and ranges and proof have fitted the tree so far. */
    public boolean hasNext() {
        return wellFormed && !ended;
    }

    /** The index of the leaf that {@link #leaf} takes next; only when there is one. */
    public long next() {
        if (!hasNext()) {
            throw new IllegalStateException("no further leaf");
        }
        return next;
    }

    /** Takes the hash of the leaf at {@link #next}. */
    public void leaf(Hash hash) {
        if (next() == size - 1) {
            frontier.close(hash, size);
        } else {
            frontier.append(hash);
        }
        next++;
        if (next == range.to()) {
            nextRange();
        }
    }

    /** The root; nothing while leaves are missing, or when ranges or proof do not fit a tree of this size. */
    public Optional<Hash> root() {
        return wellFormed && ended && !proof.hasNext() ? Optional.of(frontier.root()) : Optional.empty();
    }

    private void nextRange() {
        if (ranges.hasNext()) {
            range = ranges.next();
            if (range.from() < next || range.to() > size) {
                wellFormed = false;
                return;
            }
            gap(next, range.from());
            next = range.from();
        } else {
            gap(next, size);
            ended = true;
        }
    }

    private void gap(long from, long to) {
        long at = from;
        while (at < to) {
            if (!proof.hasNext()) {
                wellFormed = false;
                return;
            }
            int height = height(at, to, size);
            long end = end(at, height, size);
            if (end == size) {
                frontier.close(proof.next(), size);
            } else {
                frontier.append(proof.next(), height);
            }
            at = end;
        }
    }

    /** The height of the largest subtree that begins at {@code from} and ends, cut at {@code size}, not after {@code to}. */
    static int height(long from, long to, long size) {
        int aligned = from == 0 ? 62 : Long.numberOfTrailingZeros(from);
        int height = 0;
        while (height < aligned && end(from, height, size) < size && end(from, height + 1, size) <= to) {
            height++;
        }
        return height;
    }

    /** The index after the last leaf of the subtree of a height that begins at {@code from}. */
    static long end(long from, int height, long size) {
        return Math.min(from + (1L << height), size);
    }
}
