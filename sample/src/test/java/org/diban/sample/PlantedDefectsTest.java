package org.diban.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.diban.indicator.review.Finding;
import org.diban.indicator.review.FormReview;
import org.diban.indicator.review.ReviewProblem;
import org.diban.indicator.review.ReviewProgress;
import org.diban.indicator.review.ReviewRule;
import org.diban.indicator.review.ReviewRules;
import org.diban.indicator.review.ReviewRun;
import org.diban.indicator.review.ReviewSummary;
import org.diban.indicator.review.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedDefectsTest {
    private static final int MANY = 12_000;

    @TempDir
    private Path scratch;

    private static String line(String rule, String key, @org.jspecify.annotations.Nullable String indicator) {
        return rule + " " + key + " " + (indicator == null ? "" : indicator);
    }

    /** Remembers what was planted in the forms that pass. */
    private static Iterator<Submission> watched(FormGenerator forms, List<String> planted) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return forms.hasNext();
            }

            @Override
            public Submission next() {
                GeneratedForm form = forms.next();
                form.planted()
                        .forEach(one ->
                                planted.add(line(one.rule(), form.submission().key(), one.indicator())));
                return form.submission();
            }
        };
    }

    private ReviewSummary review(int threads, List<String> planted, List<String> found) throws IOException {
        FormGenerator forms = new FormGenerator(new SplittableRandom(20_241_122), MANY);
        return new ReviewRun(FormReview.standard(), scratch, threads)
                .run(
                        watched(forms, planted),
                        finding -> found.add(line(finding.rule(), finding.form().key(), finding.indicator())),
                        ReviewProgress.NONE);
    }

    /** More forms than are held in memory, so the scratch files are used too. */
    @Test
    void a_review_finds_every_planted_defect_and_nothing_else() throws IOException {
        List<String> planted = new ArrayList<>();
        List<String> found = new ArrayList<>();
        ReviewSummary summary = review(2, planted, found);
        assertThat(summary.forms()).isEqualTo(MANY);
        assertThat(summary.problems()).isEmpty();
        assertThat(found).containsExactlyInAnyOrderElementsOf(planted);
        assertThat(new TreeSet<>(
                        planted.stream().map(line -> line.substring(0, 3)).toList()))
                .as("every rule has something to find")
                .containsExactlyElementsOf(ReviewRules.standard().all().stream()
                        .map(ReviewRule::id)
                        .toList());
        assertThat(summary.findings().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(planted.size());
        assertThat(Files.list(scratch)).isEmpty();
    }

    @Test
    void findings_come_in_one_order_whatever_the_number_of_threads() throws IOException {
        List<String> one = new ArrayList<>();
        List<String> three = new ArrayList<>();
        review(1, new ArrayList<>(), one);
        review(3, new ArrayList<>(), three);
        assertThat(three).isEqualTo(one);
    }

    @Test
    void a_review_can_be_cancelled_and_says_so() throws IOException {
        AtomicLong seen = new AtomicLong();
        ReviewProgress impatient = new ReviewProgress() {
            @Override
            public void reviewed(long forms) {
                seen.set(forms);
            }

            @Override
            public boolean cancelled() {
                return seen.get() >= 500;
            }
        };
        List<Finding> found = new ArrayList<>();
        FormGenerator forms = new FormGenerator(new SplittableRandom(1), MANY);
        ReviewSummary summary = new ReviewRun(FormReview.standard(), scratch, 2)
                .run(watched(forms, new ArrayList<>()), found::add, impatient);
        assertThat(summary.forms()).isBetween(500L, 2_000L);
        assertThat(summary.problems()).extracting("code").containsExactly(ReviewProblem.CANCELLED.code());
        assertThat(Files.list(scratch)).isEmpty();
    }

    @Test
    void the_same_seed_makes_the_same_forms() {
        FormGenerator one = new FormGenerator(new SplittableRandom(7), 200);
        FormGenerator other = new FormGenerator(new SplittableRandom(7), 200);
        while (one.hasNext()) {
            assertThat(one.next()).isEqualTo(other.next());
        }
        assertThat(other.hasNext()).isFalse();
    }
}
