/**
 * The Merkle tree of RFC 9162 section 2.1, its storage as tiles, and the proofs over it.
 *
 * <p>A leaf is hashed as {@code H(0x00 ‖ data)}, an inner node as {@code H(0x01 ‖ left ‖ right)}, the empty tree as {@code H()}. H is one
 * {@link org.diban.evidence.merkle.HashAlgorithm} for the whole tree.
 *
 * <p>The tree is kept as <em>tiles</em> (the shape of C2SP tlog-tiles). The tile at level L and index N holds, in order, the hashes of
 * the up to 256 complete subtrees of 256^L leaves that begin at leaf N·256^(L+1). A tile only ever grows at its end, so the
 * longer tile of a later tree serves every earlier size. {@link org.diban.evidence.merkle.TileAppender} turns leaves into changed tiles;
 * {@link org.diban.evidence.merkle.TiledTree} turns tiles into roots and proofs. Neither does I/O: tiles come in through
 * {@link org.diban.evidence.merkle.TileReader} and go out as values.
 */
@NullMarked
package org.diban.evidence.merkle;

import org.jspecify.annotations.NullMarked;
