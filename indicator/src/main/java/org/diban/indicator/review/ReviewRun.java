package org.diban.indicator.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.problem.Problem;

/**
 * The review of any number of forms by all rules.
 *
 * <p>Forms are pulled one after another, reviewed on several threads, and forgotten. What the comparison of forms needs is kept as small
 * digests, in memory for a few thousand forms and otherwise in a scratch folder, by department; so memory is bounded by the forms of the
 * largest department. Time is linear in the forms, save for the pairs within one unit and year. Findings come in the order of the forms,
 * then those of the comparison; they are the same for every number of threads.
 */
public final class ReviewRun {
    private static final int BATCH = 128;

    private final FormReview review;
    private final Path scratch;
    private final int threads;

    /**
     * @param review the rules
     * @param scratch an existing folder for temporary files; they are deleted at the end
     * @param threads how many threads review forms, at least 1
     */
    public ReviewRun(FormReview review, Path scratch, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a review needs a thread");
        }
        this.review = review;
        this.scratch = scratch;
        this.threads = threads;
    }

    private record Reviewed(List<Finding> findings, List<Digest> digests) {}

    /**
     * Reviews the forms.
     *
     * @param forms where the forms come from; used by the calling thread alone
     * @param out takes the findings; called by the calling thread alone
     * @throws IOException if the scratch folder cannot be used
     */
    public ReviewSummary run(Iterator<Submission> forms, Consumer<Finding> out, ReviewProgress progress)
            throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        review.rules().all().forEach(rule -> counts.put(rule.id(), 0L));
        Consumer<Finding> counted = finding -> {
            counts.merge(finding.rule(), 1L, Long::sum);
            out.accept(finding);
        };
        List<Problem> problems = new ArrayList<>();
        long reviewed = 0;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (DigestStore digests = new DigestStore(scratch)) {
            Deque<Future<Reviewed>> running = new ArrayDeque<>();
            while ((forms.hasNext() || !running.isEmpty()) && problems.isEmpty()) {
                if (forms.hasNext() && running.size() < 2 * threads) {
                    List<Submission> batch = batch(forms);
                    running.add(workers.submit(() -> review(batch)));
                    continue;
                }
                Reviewed done = await(running.remove());
                done.findings().forEach(counted);
                for (Digest digest : done.digests()) {
                    digests.add(digest);
                }
                reviewed += done.digests().size();
                progress.reviewed(reviewed);
                if (progress.cancelled()) {
                    problems.add(ReviewProblem.CANCELLED.problem());
                }
            }
            FormComparison comparison = new FormComparison(review.rules(), counted, problems);
            for (int part = 0; part < digests.parts() && !isCancelled(problems); part++) {
                comparison.compare(digests.part(part));
                if (progress.cancelled()) {
                    problems.add(ReviewProblem.CANCELLED.problem());
                }
            }
        } finally {
            workers.shutdownNow();
        }
        return new ReviewSummary(reviewed, counts, problems);
    }

    private static boolean isCancelled(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code().equals(ReviewProblem.CANCELLED.code()));
    }

    private static List<Submission> batch(Iterator<Submission> forms) {
        List<Submission> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && forms.hasNext()) {
            batch.add(forms.next());
        }
        return batch;
    }

    private Reviewed review(List<Submission> batch) {
        List<Finding> findings = new ArrayList<>();
        List<Digest> digests = new ArrayList<>(batch.size());
        for (Submission submission : batch) {
            ScoredForm scored = ScoredForm.of(submission.form(), review.scoring());
            findings.addAll(review.findings(submission, scored));
            digests.add(Digest.of(submission, scored, review.names()));
        }
        return new Reviewed(findings, digests);
    }

    private static Reviewed await(Future<Reviewed> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the review was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a form could not be reviewed", e.getCause());
        }
    }
}
