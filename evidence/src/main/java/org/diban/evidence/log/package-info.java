/**
 * The log as a whole: its streams, its seals, and the check that re-derives everything.
 *
 * <p>Each fact belongs to a stream and has the next sequence number there. In the log the facts of one stream stand in the order of these
 * numbers. Facts become leaves in batches, and every batch ends with one <em>seal</em>: a fact of stream {@code log} and kind
 * {@code log.sealed} whose body is
 *
 * <pre>{"heads":"(base 64)","size":(leaves before the seal),"streams":(number of streams)}</pre>
 *
 * <p>{@code heads} is the root of an RFC 9162 tree with the log's hash over one leaf for each stream that has a fact, sorted by the
 * name's bytes. A leaf is the canonical JSON <code>{"next":n,"stream":"name"}</code>, where n is the number of facts of the stream up to and
 * including the seal; the seal counts itself in {@code log}.
 *
 * <p>A checkpoint is taken only right after a seal. So the last leaf under a checkpoint says, by an inclusion proof into {@code heads}, how
 * many facts a stream has, and a verifier who holds fewer knows that one was left out.
 */
@NullMarked
package org.diban.evidence.log;

import org.jspecify.annotations.NullMarked;
