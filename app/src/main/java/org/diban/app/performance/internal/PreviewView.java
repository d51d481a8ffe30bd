package org.diban.app.performance.internal;

import java.util.List;
import org.diban.app.jobs.Job;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.ImportReport;
import org.diban.app.shell.Page;
import org.diban.indicator.ledger.FormState.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an import shows.
 *
 * @param record the import
 * @param found its forms that exist already
 * @param job the job that works on it; {@code null} when none does or did
 * @param personName who brought it
 * @param mayTake whether the viewer may take it
 */
public record PreviewView(
        ImportRecord record,
        List<FormSummary> found,
        @Nullable Job job,
        String personName,
        boolean mayTake) {
    /** Whether a job is still at work. */
    public boolean running() {
        return job != null && !job.state().ended();
    }

    public int existing() {
        return found.size();
    }

    /** How many of the existing forms are final. */
    public long finals() {
        return found.stream().filter(form -> form.state() == Status.FINAL).count();
    }

    public String size() {
        return Sizes.of(record.size());
    }

    /** Whether a form of the file is new, or there already. */
    public String existing(Page page, ImportReport.Entry entry) {
        return found.stream()
                .filter(form -> form.project().equals(entry.project()) && form.year() == entry.year())
                .findFirst()
                .map(form -> form.state() == Status.FINAL
                        ? page.t("performance.import.exists.final")
                        : page.t("performance.import.exists", form.version()))
                .orElseGet(() -> page.t("performance.import.new"));
    }
}
