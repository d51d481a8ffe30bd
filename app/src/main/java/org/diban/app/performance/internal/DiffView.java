package org.diban.app.performance.internal;

import java.util.List;
import java.util.Map;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.HistoryItem;
import org.diban.app.shell.Crumb;
import org.diban.app.shell.Page;
import org.diban.app.shell.TimelineItem;
import org.diban.indicator.ledger.FieldChange;

/**
 * What the comparison of two versions shows.
 *
 * @param record the form as it stands
 * @param from the older version
 * @param to the newer version
 * @param differences what differs between them
 * @param names the names of the people in its history
 */
public record DiffView(
        FormRecord record, long from, long to, List<FieldChange> differences, Map<String, String> names) {
    public FormSummary summary() {
        return record.summary();
    }

    public List<HistoryItem> versions() {
        return record.history();
    }

    public String label(Page page, HistoryItem item) {
        return page.t("performance.form.version", item.version()) + " · "
                + page.time(item.entry().at()) + " · "
                + page.t(item.entry().change().title());
    }

    public List<Crumb> crumbs(Page page) {
        return List.of(
                new Crumb(
                        page.t("performance.nav.overview"),
                        "/forms?year=" + summary().year()),
                new Crumb(summary().project(), "/forms/" + summary().id()));
    }

    public List<TimelineItem> timeline(Page page) {
        return Timeline.of(record.history(), names, page);
    }
}
