/**
 * Signed checkpoints: what a log says about itself, and what witnesses confirm.
 *
 * <p>A {@link org.diban.evidence.checkpoint.SignedNote} has the form of C2SP signed-note: a text, an empty line, and one line for each
 * signature with the signer's name and the four bytes of its key id. A {@link org.diban.evidence.checkpoint.Checkpoint} is a text of the
 * form of C2SP tlog-checkpoint with one extension line that names the hash:
 *
 * <pre>
 * putuo.example/evidence
 * 20852163
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 * hash sm3
 * </pre>
 *
 * <p>The log signs with Ed25519 or SM2 ({@link org.diban.evidence.checkpoint.SignatureType}); its key has the origin as its name. A witness
 * signs the same text behind a header with the time (C2SP tlog-cosignature, cosignature/v1), having seen that the log only grew.
 */
@NullMarked
package org.diban.evidence.checkpoint;

import org.jspecify.annotations.NullMarked;
