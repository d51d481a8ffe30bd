package org.diban.indicator.format.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.diban.indicator.format.sheet.Injection;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.ReviewSummary;
import org.jspecify.annotations.Nullable;

/** Findings as a workbook: a sheet of findings, more when there are more than a million, and a sheet that counts them by rule. */
public final class XlsxFindings implements FindingsWriter {
    private static final int ROWS = 1_000_000;
    private static final int FLUSH = 500;
    private static final int LONGEST = 32_000;
    private static final int[] WIDTHS = {7, 8, 40, 8, 28, 32, 20, 20, 70, 28};

    private final Workbook workbook;
    private final Locale locale;
    private @Nullable Worksheet sheet;
    private int row;
    private int sheets;

    public XlsxFindings(OutputStream out, Locale locale) {
        this.workbook = new Workbook(out, "Diban", null);
        this.locale = locale;
    }

    @Override
    public void write(Finding finding) throws IOException {
        Worksheet current = sheet;
        if (current == null || row > ROWS) {
            current = next(current);
        }
        row(current, FindingCells.of(finding, locale));
        if (row % FLUSH == 0) {
            current.flush();
        }
    }

    @Override
    public void finish(ReviewSummary summary) throws IOException {
        Worksheet last = sheet == null ? next(null) : sheet;
        last.finish();
        Worksheet counts = workbook.newWorksheet(english() ? "Counts" : "计数");
        counts.value(0, 0, english() ? "Rule" : "规则");
        counts.value(0, 1, english() ? "Findings" : "问题数");
        int at = 1;
        for (var count : summary.findings().entrySet()) {
            counts.value(at, 0, count.getKey());
            counts.value(at++, 1, count.getValue());
        }
        counts.finish();
        workbook.finish();
    }

    private Worksheet next(@Nullable Worksheet before) throws IOException {
        if (before != null) {
            before.finish();
        }
        sheets++;
        Worksheet next = workbook.newWorksheet((english() ? "Findings" : "审核结果") + (sheets == 1 ? "" : " " + sheets));
        for (int column = 0; column < WIDTHS.length; column++) {
            next.width(column, WIDTHS[column]);
        }
        next.freezePane(0, 1);
        row = 0;
        row(next, FindingCells.heading(locale));
        next.range(0, 0, 0, WIDTHS.length - 1).style().bold().set();
        sheet = next;
        return next;
    }

    private void row(Worksheet to, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            to.inlineString(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            if (Injection.looksLikeFormula(text)) {
                to.style(row, column).format("@").set();
            }
        }
        row++;
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }
}
