package org.diban.evidence.merkle;

/** The hashing of leaves and nodes of RFC 9162 section 2.1.1, with the prefixes that keep the two apart. For one thread. */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final Digest digest;
    private final byte[] node = new byte[1 + 2 * Hash.BYTES];

    /** Prefix and data of a short leaf side by side, so that the digest takes whole blocks without copying them once more. */
    private final byte[] shortLeaf = new byte[1 << 10];

    TreeHasher(Digest digest) {
        this.digest = digest;
        node[0] = NODE;
    }

    /** The root of the tree without leaves. */
    public Hash empty() {
        return digest.finish();
    }

    /** The hash of a leaf with these bytes. */
    public Hash leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    /** The hash of a leaf with a part of an array as its bytes. */
    public Hash leaf(byte[] data, int offset, int length) {
        byte[] out = new byte[Hash.BYTES];
        leaf(data, offset, length, out, 0);
        return new Hash(out);
    }

    void leaf(byte[] data, int offset, int length, byte[] out, int at) {
        if (length < shortLeaf.length) {
            shortLeaf[0] = LEAF;
            System.arraycopy(data, offset, shortLeaf, 1, length);
            digest.update(shortLeaf, 0, 1 + length);
        } else {
            digest.update(LEAF);
            digest.update(data, offset, length);
        }
        digest.finish(out, at);
    }

    /** The hash of a node over two others. */
    public Hash node(Hash left, Hash right) {
        left.copyTo(node, 1);
        right.copyTo(node, 1 + Hash.BYTES);
        digest.update(node, 0, node.length);
        return digest.finish();
    }

    /**
     * The root over {@code 2^height} hashes that lie side by side in an array.
     *
     * @param scratch room for 2^(height−1) hashes
     */
    Hash complete(byte[] hashes, int offset, int height, byte[] scratch) {
        if (height == 0) {
            return Hash.at(hashes, offset);
        }
        byte[] from = hashes;
        int at = offset;
        for (int pairs = 1 << (height - 1); pairs > 0; pairs >>= 1) {
            for (int i = 0; i < pairs; i++) {
                System.arraycopy(from, at + i * 2 * Hash.BYTES, node, 1, 2 * Hash.BYTES);
                digest.update(node, 0, node.length);
                digest.finish(scratch, i * Hash.BYTES);
            }
            from = scratch;
            at = 0;
        }
        return Hash.at(scratch, 0);
    }
}
