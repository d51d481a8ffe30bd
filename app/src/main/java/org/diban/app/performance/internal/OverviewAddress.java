package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.performance.OverviewQuery.Evidence;
import org.diban.app.performance.OverviewQuery.Order;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.indicator.ledger.FormState.Status;
import org.jspecify.annotations.Nullable;

/** The address of the overview: which filters, columns and orders it knows, and what they mean. */
final class OverviewAddress {
    static final List<Column> COLUMNS = List.of(
            Column.sorted("project", "performance.column.project"),
            Column.sorted("unit", "performance.column.unit"),
            Column.figures("score", "performance.column.score"),
            Column.plain("grade", "performance.column.grade"),
            Column.figures("rate", "performance.column.rate"),
            Column.figures("budget", "performance.column.budget"),
            Column.figures("executed", "performance.column.executed"),
            Column.figures("findings", "performance.column.findings"),
            Column.figures("missing", "performance.column.evidence"),
            Column.sorted("state", "performance.column.state"),
            Column.sorted("changed", "performance.column.changed"));

    private static final List<String> FILTERS =
            List.of("year", "organisation", "grade", "rule", "evidence", "state", "q");

    private OverviewAddress() {}

    static ListQuery read(HttpServletRequest request) {
        return ListQuery.of(request, COLUMNS, "project", FILTERS);
    }

    /** The query of an address; the latest year when it names none. */
    static OverviewQuery query(ListQuery list, int latest) {
        return new OverviewQuery(
                year(list.filter("year"), latest),
                orNull(list.filter("organisation")),
                orNull(list.filter("grade")),
                orNull(list.filter("rule")),
                constant(Evidence.class, list.filter("evidence")),
                constant(Status.class, list.filter("state")),
                orNull(list.filter("q")),
                Order.valueOf(list.sort().toUpperCase(Locale.ROOT)),
                list.descending());
    }

    private static int year(String text, int otherwise) {
        return text.matches("[12]\\d{3}") ? Integer.parseInt(text) : otherwise;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        return null;
    }
}
