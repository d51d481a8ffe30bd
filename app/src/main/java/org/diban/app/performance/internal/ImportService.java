package org.diban.app.performance.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.diban.app.access.Access;
import org.diban.app.access.Audit;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.jobs.Jobs;
import org.diban.app.performance.FormImports;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.ImportRecord.State;
import org.diban.app.performance.ImportReport;
import org.diban.app.performance.PerformanceProblem;
import org.diban.indicator.form.Form;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.measure.ContentDigest;
import org.diban.kernel.id.Ids;
import org.diban.kernel.json.JsonObject;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports, for people who may, and for the jobs they ask for. */
@Service
class ImportService implements FormImports {
    private final ImportStore store;
    private final FormStore forms;
    private final FormWriter writer;
    private final EvidenceFiles files;
    private final Access access;
    private final Audit audit;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ImportService(
            ImportStore store,
            FormStore forms,
            FormWriter writer,
            EvidenceFiles files,
            Access access,
            Audit audit,
            @Lazy Jobs jobs,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.forms = forms;
        this.writer = writer;
        this.files = files;
        this.access = access;
        this.audit = audit;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public ImportRecord receive(String organisation, String fileName, InputStream content) throws IOException {
        access.require(Permission.FORM_EDIT, new OrganisationId(organisation));
        String person = access.current().value();
        ImportRecord received = keep(organisation, fileName, content, person, true);
        if (received.size() > AT_ONCE_BYTES) {
            submit(received, ImportJob.CHECK, false);
        } else {
            check(received.id());
        }
        return found(received.id());
    }

    /** Stores the file and the record of its arrival, whatever is in it. */
    ImportRecord keep(String organisation, String fileName, InputStream content, String person, boolean audited)
            throws IOException {
        PushbackInputStream in = new PushbackInputStream(content);
        int first = in.read();
        if (first < 0) {
            throw PerformanceProblem.EMPTY_FILE.exception();
        }
        in.unread(first);
        return unwrapped(() -> transaction.execute(status -> {
            EvidenceFiles.StoredFile stored = stored(in);
            ImportRecord received = new ImportRecord(
                    ids.next("imp"),
                    organisation,
                    baseName(fileName),
                    stored.digest(),
                    stored.size(),
                    person,
                    clock.instant(),
                    State.RECEIVED,
                    null,
                    null,
                    List.of());
            store.insert(received);
            if (audited) {
                audit.wrote("import.received", received.id());
            }
            return received;
        }));
    }

    private EvidenceFiles.StoredFile stored(InputStream in) {
        try {
            return files.store(in, "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T unwrapped(java.util.function.Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String baseName(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return base.isEmpty() ? "file" : base.substring(0, Math.min(base.length(), 200));
    }

    private void submit(ImportRecord imported, String kind, boolean replace) {
        transaction.executeWithoutResult(status -> {
            JsonObject parameters = JsonObject.builder()
                    .put("import", imported.id())
                    .put("replace", replace)
                    .build();
            store.job(
                    imported.id(),
                    jobs.submit(kind, parameters, access.current().value()).id());
        });
    }

    /** Reads the kept file and writes down what it holds. */
    ImportReport check(String id) throws IOException {
        ImportRecord imported = found(id);
        ImportReport report = read(imported).report();
        transaction.executeWithoutResult(status -> store.checked(id, report));
        return report;
    }

    private ImportCheck read(ImportRecord imported) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(imported.size()));
        files.copy(imported.digest(), bytes);
        return ImportCheck.of(bytes.toByteArray(), imported.fileName());
    }

    @Override
    public ImportReport check(String fileName, InputStream content) throws IOException {
        access.require(Permission.FORM_READ);
        byte[] bytes = content.readNBytes(AT_ONCE_BYTES + 1);
        if (bytes.length > AT_ONCE_BYTES) {
            throw org.diban.app.evidence.EvidenceProblem.FILE_TOO_LARGE.exception(AT_ONCE_BYTES / 1_000_000);
        }
        audit.read("import.checked", "-");
        return ImportCheck.of(bytes, baseName(fileName)).report();
    }

    @Override
    public ImportRecord find(String id) {
        ImportRecord imported = found(id);
        access.require(Permission.FORM_EDIT, new OrganisationId(imported.organisation()));
        audit.read("import.read", id);
        return imported;
    }

    private ImportRecord found(String id) {
        return store.find(id).orElseThrow(() -> PerformanceProblem.NO_SUCH_IMPORT.exception(id));
    }

    @Override
    public List<ImportRecord> latest(int limit) {
        access.require(Permission.FORM_EDIT);
        audit.read("import.listed", "-");
        return store.latest(
                access.reach(Permission.FORM_EDIT).stream()
                        .map(OrganisationId::value)
                        .collect(Collectors.toSet()),
                limit);
    }

    @Override
    public List<FormSummary> existing(ImportRecord imported) {
        ImportReport report = imported.report();
        List<FormSummary> existing = new ArrayList<>();
        if (report != null) {
            for (ImportReport.Entry entry : report.entries()) {
                forms.find(imported.organisation(), entry.project(), entry.year())
                        .flatMap(form -> forms.summary(form.id()))
                        .ifPresent(existing::add);
            }
        }
        return existing;
    }

    @Override
    public ImportRecord take(String id, boolean replace) {
        ImportRecord imported = found(id);
        access.require(Permission.FORM_EDIT, new OrganisationId(imported.organisation()));
        if (imported.size() > AT_ONCE_BYTES) {
            takeable(imported);
            submit(imported, ImportJob.TAKE, replace);
        } else {
            take(id, replace, false, access.current().value(), true, done -> {});
        }
        return found(id);
    }

    /**
     * Takes all forms of a file in one transaction.
     *
     * @param progress told how many forms are done; what it throws ends the import
     */
    void take(String id, boolean replace, boolean synthetic, String by, boolean audited, IntConsumer progress) {
        transaction.executeWithoutResult(status -> {
            ImportRecord imported = store.lock(id).orElseThrow(() -> PerformanceProblem.NO_SUCH_IMPORT.exception(id));
            takeable(imported);
            ImportCheck check = again(imported);
            EvidenceFile source = new EvidenceFile(
                    ContentDigest.parse(imported.digest()),
                    imported.fileName(),
                    imported.size(),
                    "application/octet-stream",
                    null);
            forms.lock(imported.organisation());
            List<String> opened = new ArrayList<>();
            TreeSet<Integer> years = new TreeSet<>();
            for (Form form : check.forms()) {
                opened.add(writer.open(imported.organisation(), form, source, synthetic, replace, by)
                        .id());
                years.add(form.year());
                progress.accept(opened.size());
            }
            years.forEach(year -> writer.review(imported.organisation(), year));
            store.taken(id, clock.instant(), opened);
            if (audited) {
                audit.wrote("import.taken", id);
            }
        });
    }

    private ImportCheck again(ImportRecord imported) {
        try {
            ImportCheck check = read(imported);
            if (!check.report().faultless()) {
                throw PerformanceProblem.IMPORT_FAULTY.exception(check.report().problems());
            }
            return check;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeable(ImportRecord imported) {
        if (imported.state() == State.TAKEN) {
            throw PerformanceProblem.IMPORT_DECIDED.exception();
        }
        ImportReport report = imported.report();
        if (report == null || !report.faultless()) {
            throw PerformanceProblem.IMPORT_FAULTY.exception(report == null ? 0 : report.problems());
        }
    }

    @Override
    public void copyFile(String id, OutputStream out) throws IOException {
        ImportRecord imported = find(id);
        files.copy(imported.digest(), out);
    }
}
