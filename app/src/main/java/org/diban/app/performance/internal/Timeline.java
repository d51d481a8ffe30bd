package org.diban.app.performance.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diban.app.access.People;
import org.diban.app.performance.HistoryItem;
import org.diban.app.shell.Page;
import org.diban.app.shell.TimelineItem;
import org.diban.indicator.ledger.FieldChange;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.jspecify.annotations.Nullable;

/** The changes of a form as sentences: who, when, what, old → new. */
final class Timeline {
    private static final int FIELDS = 6;

    private Timeline() {}

    static List<TimelineItem> of(List<HistoryItem> history, Map<String, String> names, Page page) {
        return history.stream()
                .map(item -> new TimelineItem(
                        item.entry().at(),
                        sentence(item, page),
                        name(item.entry().by(), names)))
                .toList();
    }

    private static String sentence(HistoryItem item, Page page) {
        StringBuilder out = new StringBuilder();
        out.append(page.t("performance.form.version", item.version())).append(" · ");
        out.append(page.t(item.entry().change().title()));
        List<FieldChange> told = item.differences().stream()
                .filter(change -> !change.path().endsWith("/origin"))
                .toList();
        List<String> parts = new ArrayList<>();
        for (FieldChange change : told.subList(0, Math.min(FIELDS, told.size()))) {
            parts.add(page.t(change.label()) + " " + or(change.old()) + " → " + or(change.now()));
        }
        if (told.size() > FIELDS) {
            parts.add("…");
        }
        if (!parts.isEmpty()) {
            out.append(": ").append(String.join("; ", parts));
        }
        String reason = reason(item.entry());
        if (reason != null) {
            out.append(" (").append(reason).append(')');
        }
        return out.toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "—" : text;
    }

    private static @Nullable String reason(FormState.Entry entry) {
        return switch (entry.change()) {
            case FormChange.FigureWithdrawn(var _, String reason) -> reason;
            case FormChange.DeductionRecorded d -> d.reason();
            case FormChange.DeductionWithdrawn d -> d.reason();
            case FormChange.Reopened(String reason) -> reason;
            case FormChange.FigureEntered f -> f.note().isEmpty() ? null : f.note();
            case FormChange.Opened(var _, var source, var _) -> source == null ? null : source.name();
            default -> null;
        };
    }

    /** A person's name, or the identifier of whoever is not a person. */
    static String name(String by, Map<String, String> names) {
        return names.getOrDefault(by, by);
    }

    /** The names of everybody in a history, in one question. */
    static Map<String, String> names(List<HistoryItem> history, People people) {
        return people.names(history.stream().map(item -> item.entry().by()).collect(Collectors.toSet()));
    }
}
