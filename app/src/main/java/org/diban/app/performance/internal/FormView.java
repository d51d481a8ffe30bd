package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diban.app.performance.Action;
import org.diban.app.performance.FindingCounts;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.Forms;
import org.diban.app.shell.Crumb;
import org.diban.app.shell.Figure;
import org.diban.app.shell.Page;
import org.diban.app.shell.TimelineItem;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.review.Finding;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.jspecify.annotations.Nullable;

/** What the page of a form shows. */
public final class FormView {
    private final FormRecord record;
    private final Map<String, String> names;
    private final PrintedForm printed;

    FormView(FormRecord record, Map<String, String> names) {
        this.record = record;
        this.names = names;
        this.printed = Rendering.of(record.scored());
    }

    public FormSummary summary() {
        return record.summary();
    }

    /** The version that is shown: what every edit carries. */
    public long version() {
        return record.state().length();
    }

    public ScoredForm scored() {
        return record.scored();
    }

    public PrintedForm printed() {
        return printed;
    }

    public boolean may(Action action) {
        return record.actions().contains(action);
    }

    public List<Finding> findings() {
        return record.findings();
    }

    public List<String> formats() {
        return Forms.FORMATS;
    }

    public List<Crumb> crumbs(Page page) {
        return List.of(new Crumb(
                page.t("performance.nav.overview"),
                "/forms?year=" + record.summary().year()));
    }

    public List<TimelineItem> timeline(Page page) {
        return Timeline.of(record.history(), names, page);
    }

    /** The sentence about the signature of a final form; {@code null} for a draft. */
    public @Nullable String signature(Page page) {
        if (record.state().status() != FormState.Status.FINAL) {
            return null;
        }
        FormState.FinalVersion last = record.state().finals().getLast();
        return page.t("performance.form.signed", page.time(last.at()), Timeline.name(last.by(), names));
    }

    /** The total without the deductions that nobody explained. */
    public BigDecimal withoutUnexplained() {
        BigDecimal unexplained = record.state().form().indicators().stream()
                .flatMap(i -> i.deductions().stream())
                .filter(d -> !d.explained())
                .map(Deduction::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return record.scored().total().add(unexplained);
    }

    /** The label of a row of funds: as printed in Chinese, translated in English. */
    public String fundLabel(Page page, PrintedFund fund) {
        if (!page.language().code().equals("en")) {
            return fund.label().text();
        }
        return fund.source() == FundSource.FISCAL
                ? page.t("performance.form.ofwhich") + " " + fund.source().en()
                : fund.source().en();
    }

    public List<String> paragraphs(String text) {
        return text.lines().toList();
    }

    /** The rows of the indicator table. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<PrintedIndicator> all = printed.indicators();
        for (int i = 0; i < all.size(); i++) {
            PrintedIndicator row = all.get(i);
            ScoredIndicator scored = record.scored().indicators().get(i);
            rows.add(new Row(
                    scored.indicator().id(),
                    row,
                    scored,
                    span(all, i, 1),
                    span(all, i, 2),
                    origin(scored.indicator().actual()),
                    counts(scored.indicator().id())));
        }
        return rows;
    }

    /** How many rows a level's cell covers: 0 where a cell above covers the row. */
    private static int span(List<PrintedIndicator> rows, int at, int level) {
        if (at > 0 && same(rows.get(at - 1), rows.get(at), level)) {
            return 0;
        }
        int end = at + 1;
        while (end < rows.size() && same(rows.get(at), rows.get(end), level)) {
            end++;
        }
        return end - at;
    }

    private static boolean same(PrintedIndicator one, PrintedIndicator other, int level) {
        return one.level1().text().equals(other.level1().text())
                && (level == 1 || one.level2().text().equals(other.level2().text()));
    }

    static Figure.Origin origin(@Nullable Actual actual) {
        return switch (actual == null ? Actual.Origin.TRANSCRIBED : actual.origin()) {
            case MEASURED -> Figure.Origin.MEASURED;
            case ENTERED -> Figure.Origin.ENTERED;
            case TRANSCRIBED -> Figure.Origin.MISSING;
        };
    }

    private FindingCounts counts(String indicator) {
        FindingCounts counts = FindingCounts.NONE;
        for (Finding finding : record.findings()) {
            if (indicator.equals(finding.indicator())) {
                counts = counts.plus(
                        switch (finding.severity()) {
                            case ERROR -> new FindingCounts(1, 0, 0);
                            case WARNING -> new FindingCounts(0, 1, 0);
                            case NOTE -> new FindingCounts(0, 0, 1);
                        });
            }
        }
        return counts;
    }

    /**
     * A row of the indicator table.
     *
     * @param id the indicator
     * @param printed its cells
     * @param scored its score
     * @param level1Rows how many rows the cell of its first level covers; 0 when one above covers it
     * @param level2Rows the same for the second level
     * @param origin what stands behind its figure
     * @param counts what the review objects to in it
     */
    public record Row(
            String id,
            PrintedIndicator printed,
            ScoredIndicator scored,
            int level1Rows,
            int level2Rows,
            Figure.Origin origin,
            FindingCounts counts) {
        /** Whether the printed score is not the computed one. */
        public boolean differs() {
            return scored.deducted().signum() != 0;
        }
    }
}
