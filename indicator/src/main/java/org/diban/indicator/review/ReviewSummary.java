package org.diban.indicator.review;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.kernel.problem.Problem;

/**
 * The outcome of a review.
 *
 * @param forms how many forms were reviewed
 * @param findings how many findings each rule made; every rule is there, also with 0
 * @param problems what kept the review from being complete; empty when it is
 */
public record ReviewSummary(long forms, SortedMap<String, Long> findings, List<Problem> problems) {
    public ReviewSummary {
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        problems = List.copyOf(problems);
    }
}
