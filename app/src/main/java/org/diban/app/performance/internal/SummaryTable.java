package org.diban.app.performance.internal;

import java.util.List;
import java.util.Locale;
import org.diban.app.performance.FormSummary;
import org.diban.app.shell.Page;

/** The overview as a table of texts. */
final class SummaryTable {
    static final List<String> HEADINGS = List.of(
            "performance.column.year",
            "performance.column.project",
            "performance.column.department",
            "performance.column.unit",
            "performance.column.score",
            "performance.column.grade",
            "performance.column.rate",
            "performance.column.budget",
            "performance.column.executed",
            "performance.column.errors",
            "performance.column.warnings",
            "performance.column.notes",
            "performance.column.measured",
            "performance.column.entered",
            "performance.column.missing",
            "performance.column.unexplained",
            "performance.column.state");

    private SummaryTable() {}

    static List<String> cells(FormSummary form, Page page) {
        return List.of(
                String.valueOf(form.year()),
                form.project(),
                form.department(),
                form.unit(),
                form.score().toPlainString(),
                form.grade(),
                form.rate().toPlainString(),
                form.annualBudget().printedWanYuan().toPlainString(),
                form.executed().printedWanYuan().toPlainString(),
                String.valueOf(form.findings().errors()),
                String.valueOf(form.findings().warnings()),
                String.valueOf(form.findings().notes()),
                String.valueOf(form.coverage().measured()),
                String.valueOf(form.coverage().entered()),
                String.valueOf(form.coverage().missing()),
                String.valueOf(form.unexplained()),
                page.t("performance.state." + form.state().name().toLowerCase(Locale.ROOT)));
    }
}
