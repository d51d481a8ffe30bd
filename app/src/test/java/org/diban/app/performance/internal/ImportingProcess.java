package org.diban.app.performance.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.diban.app.Diban;
import org.diban.app.jobs.Jobs;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.ImportRecord.State;
import org.diban.kernel.json.JsonObject;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole application on a data folder; it goes on importing workbooks where an earlier process was cut off, and prints the name of each file
 * whose job has ended with all forms taken. It is there to be killed.
 */
final class ImportingProcess {
    static final String TAKEN = "taken ";

    private static final String ORGANISATION = "org_00000000000000000000000000";
    private static final String AUTHOR = "per_00000000000000000000000000";
    private static final long LOOK_NANOS = 2_000_000;

    private final ImportService imports;
    private final ImportStore store;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    private ImportingProcess(ApplicationContext context) {
        imports = context.getBean(ImportService.class);
        store = context.getBean(ImportStore.class);
        jobs = context.getBean(Jobs.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = SpringApplication.run(
                Diban.class, "--diban.data=" + arguments[0], "--diban.sample=false", "--server.port=0");
        new ImportingProcess(context).importAll(Integer.parseInt(arguments[1]));
        System.exit(SpringApplication.exit(context));
    }

    private void importAll(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            String name = ImportedFiles.name(i);
            ImportRecord imported = find(name).orElse(null);
            if (imported == null) {
                byte[] bytes = ImportedFiles.workbook(i);
                imported = imports.keep(ORGANISATION, name, new ByteArrayInputStream(bytes), AUTHOR, false);
            }
            if (imported.state() == State.RECEIVED) {
                imports.check(imported.id());
            }
            String begun = imported.job();
            if (begun == null || !jobs.get(begun).state().ended()) {
                finish(imported.id(), begun == null ? submit(imported.id()) : begun);
                System.out.println(TAKEN + name);
                System.out.flush();
            }
        }
    }

    private Optional<ImportRecord> find(String name) {
        return store.latest(List.of(ORGANISATION), 1_000).stream()
                .filter(imported -> imported.fileName().equals(name))
                .findFirst();
    }

    private String submit(String id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            JsonObject parameters =
                    JsonObject.builder().put("import", id).put("replace", false).build();
            String job = jobs.submit(ImportJob.TAKE, parameters, AUTHOR).id();
            store.job(id, job);
            return job;
        }));
    }

    private void finish(String id, String job) {
        while (!jobs.get(job).state().ended()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (store.find(id).orElseThrow().state() != State.TAKEN) {
            throw new IllegalStateException("not taken: " + jobs.get(job));
        }
    }
}
