/** Sealed evidence: facts as leaves of an append-only Merkle log, and the proofs that they are there unchanged. */
@NullMarked
package org.diban.evidence;

import org.jspecify.annotations.NullMarked;
