/**
 * Who may do what: people, organisations, roles, sessions, tokens and the audit of all of it.
 *
 * <p><b>Rights.</b> A {@link org.diban.app.access.Permission} is held through a {@link org.diban.app.access.Role} that was granted for an
 * organisation and everything below it. A feature asks {@link org.diban.app.access.Access#require} before it reads or changes anything,
 * and records what it did with {@link org.diban.app.access.Audit}. Every address is in a table of routes ({@link org.diban.app.shell.Routes});
 * a request to any other address is refused.
 *
 * <p><b>Three administrators.</b> The system administrator makes accounts, the security administrator grants roles, the audit
 * administrator reads the audit. No account holds two of these roles, nor one of them and a business role; the database refuses it,
 * whatever the service believes. None of them can read business data. Making, removing, disabling or resetting an audit
 * administrator needs the consent of one: the other two cannot create or silence an auditor. The last auditor stays.
 *
 * <p><b>Signing in.</b> Passwords are kept as Argon2id, sessions and tokens as SHA-256 of 32 random bytes, in PostgreSQL: they
 * survive a restart and hold for all nodes. Five failures within a quarter of an hour lock an account, twenty an address.
 *
 * <p><b>Audit.</b> A record is a fact in the stream {@code audit/<year>} of the evidence log, through {@link
 * org.diban.app.evidence.EvidenceLog}: person, action, object, result and a keyed digest of the client's address; never contents,
 * never names. What a digest stands for is kept apart and can be forgotten.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"evidence", "shell"})
@NullMarked
package org.diban.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
