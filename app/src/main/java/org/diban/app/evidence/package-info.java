/**
 * The evidence log of this installation: where facts are recorded, sealed, shown and proved.
 *
 * <p>Other features record facts through {@link org.diban.app.evidence.EvidenceLog}, inside the transaction that changes their own
 * rows, so that a fact and its effect stand or fall together. A background sealer gives facts their place in the Merkle tree and signs
 * a checkpoint; until then a fact is recorded but not sealed, and pages say so.
 *
 * <p>Lock order: a transaction holds the row of each stream that it appends to until it commits. Append to a feature's own stream
 * first and to the audit stream last.
 */
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"database", "access"})
@NullMarked
package org.diban.app.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
