package org.diban.indicator.format.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.diban.indicator.format.sheet.CsvWriter;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.ReviewSummary;

/** Findings as comma-separated values (RFC 4180), UTF-8 with a byte-order mark; cells that look like a formula begin with an apostrophe. */
public final class CsvFindings implements FindingsWriter {
    private final OutputStream out;
    private final Locale locale;

    /** Writes the heading. */
    public CsvFindings(OutputStream out, Locale locale) throws IOException {
        this.out = out;
        this.locale = locale;
        line("\uFEFF", FindingCells.heading(locale));
    }

    @Override
    public void write(Finding finding) throws IOException {
        line("", FindingCells.of(finding, locale));
    }

    @Override
    public void finish(ReviewSummary summary) throws IOException {
        out.flush();
    }

    private void line(String before, List<String> cells) throws IOException {
        out.write((before + CsvWriter.line(cells)).getBytes(StandardCharsets.UTF_8));
    }
}
