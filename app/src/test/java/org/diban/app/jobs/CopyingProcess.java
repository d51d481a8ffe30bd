package org.diban.app.jobs;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that takes a data folder, goes on with the job it finds there and prints the number of each last row that is committed. It is there to
 * be killed.
 */
final class CopyingProcess {
    private CopyingProcess() {}

    public static void main(String[] arguments) {
        DatabaseSettings settings = new DatabaseSettings.Embedded(DataFolder.at(Path.of(arguments[0])));
        try (Database database = Database.open(settings)) {
            JobStore store = new JobStore(JdbcClient.create(database.dataSource()));
            store.endLeases();
            CopyRows kind = new CopyRows(database.dataSource(), last -> {
                System.out.println(last);
                System.out.flush();
            });
            JobWorker worker = new JobWorker("copying", store, Map.of(kind.name(), kind), new SimpleMeterRegistry());
            worker.take().ifPresent(worker::run);
        }
    }
}
