package org.diban.app.backup;

import java.util.List;

/**
 * How much a backup holds.
 *
 * @param tables in the order of the backup
 */
public record BackupSize(List<TableSize> tables) {
    /** The number of rows of one table. */
    public record TableSize(String table, long rows) {}

    public BackupSize {
        tables = List.copyOf(tables);
    }

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TableSize::rows).sum();
    }

    static BackupSize of(Manifest manifest) {
        return new BackupSize(manifest.tables().stream()
                .map(entry -> new TableSize(entry.schema() + "." + entry.table(), entry.rows()))
                .toList());
    }
}
