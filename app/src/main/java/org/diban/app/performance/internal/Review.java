package org.diban.app.performance.internal;

import java.util.List;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.FormReview;
import org.diban.indicator.review.Submission;
import org.springframework.stereotype.Component;

/** The review of forms beside each other. */
@Component
class Review {
    /** The findings of all the forms, form by form in the order of the rules. */
    List<Finding> findings(List<Submission> submissions) {
        FormReview review = FormReview.standard();
        return submissions.stream().flatMap(s -> review.findings(s).stream()).toList();
    }
}
