package org.diban.indicator.format.findings;

import java.io.IOException;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.ReviewSummary;

/** Takes the findings of one review, one after another, and then what they add up to. Not safe for several threads. */
public interface FindingsWriter {
    /** Writes a finding. */
    void write(Finding finding) throws IOException;

    /** Writes the end. The stream below stays open; nothing may be written afterwards. */
    void finish(ReviewSummary summary) throws IOException;
}
