/**
 * The log of evidence, for people and programs outside of it: its pages, its proofs, its public checkpoints and its interface for witnesses.
 *
 * <p>Who may see a stream follows from its {@link org.diban.app.evidence.StreamRealm}: the facts of the features need {@code EVIDENCE_READ}, the audit
 * {@code AUDIT_READ}, the stream {@code log} either. Every page that shows a fact is audited. Checkpoints and consistency proofs
 * say nothing about any fact and are open to everybody below {@code /feed/}: only what is public can be watched by others.
 *
 * <p>Proofs are made from the stored tree and verified once more with the engine before they are shown. Other features link to facts through
 * {@link org.diban.app.proof.EvidenceAddress}.
 */
@ApplicationModule(
        displayName = "Proof",
        allowedDependencies = {"shell", "access", "evidence"})
@NullMarked
package org.diban.app.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
