/**
 * Backups: one consistent snapshot of every schema in one file, and the way back.
 *
 * <p>A backup is a zip archive. Each table is an entry {@code tables/<schema>.<table>.copy}: the rows in PostgreSQL's COPY text format, UTF-8, in the order of the primary
 * key. {@code manifest.json} comes last and names the format's version, the version of each schema, the columns, number of rows, bytes and SHA-256 of each table, the
 * values of the sequences and the newest checkpoint of the evidence log; {@code manifest.sha256} is the manifest's own digest. An archive without
 * them is no backup, so a truncated one is refused.
 *
 * <p>A restore reads the whole archive and compares every digest before it touches anything, loads in one transaction, then exports each
 * table again and compares once more. What does not succeed leaves nothing behind. Keys that lie in the data folder (the log's signing key) are not part of a backup.
 */
@ApplicationModule(displayName = "Backup", allowedDependencies = "database")
@NullMarked
package org.diban.app.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
