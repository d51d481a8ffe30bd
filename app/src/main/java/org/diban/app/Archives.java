package org.diban.app;

import java.nio.file.Path;
import java.time.InstantSource;
import org.diban.app.backup.Backup;
import org.diban.app.backup.BackupSize;
import org.diban.app.backup.Restore;
import org.diban.kernel.problem.Text;

/** The commands that write and read backups. */
final class Archives {
    private static final Text WRITTEN = new Text("已备份到 {0}：{1} 张表，{2} 行。", "Backed up to {0}: {1} tables, {2} rows.");
    private static final Text RESTORED = new Text(
            "已从 {0} 恢复：{1} 张表，{2} 行，逐表核对一致。",
            "Restored from {0}: {1} tables, {2} rows, each table checked against the backup.");

    private Archives() {}

    static void backup(CommandLine line) {
        Path file = Path.of(line.operands().getFirst());
        print(line, WRITTEN, file, Backup.write(line.database(), file, InstantSource.system()));
    }

    static void restore(CommandLine line) {
        Path file = Path.of(line.operands().getFirst());
        BackupSize size = line.externalDatabase()
                .map(external -> Restore.intoDatabase(file, external))
                .orElseGet(() -> Restore.intoFolder(file, line.dataPath()));
        print(line, RESTORED, file, size);
    }

    private static void print(CommandLine line, Text message, Path file, BackupSize size) {
        for (BackupSize.TableSize table : size.tables()) {
            System.out.printf("  %-40s %12d%n", table.table(), table.rows());
        }
        System.out.println(message.with(file, size.tables().size(), size.rows()).in(line.language()));
    }
}
