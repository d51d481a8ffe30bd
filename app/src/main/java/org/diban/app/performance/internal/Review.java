package org.diban.app.performance.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.FormReview;
import org.diban.indicator.review.ReviewProgress;
import org.diban.indicator.review.ReviewRun;
import org.diban.indicator.review.Submission;
import org.springframework.stereotype.Component;

/** The review of an organisation's forms, each by itself and beside the others. */
@Component
class Review {
    private final ReviewRun run =
            new ReviewRun(FormReview.standard(), Path.of(System.getProperty("java.io.tmpdir")), 1);

    /** The findings of all the forms. */
    List<Finding> findings(List<Submission> submissions) {
        List<Finding> findings = new ArrayList<>();
        try {
            run.run(submissions.iterator(), findings::add, ReviewProgress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }
}
