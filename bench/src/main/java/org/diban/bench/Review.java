package org.diban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diban.indicator.review.FormReview;
import org.diban.indicator.review.ReviewProgress;
import org.diban.indicator.review.ReviewRun;
import org.diban.indicator.review.ReviewSummary;
import org.diban.indicator.review.Submission;
import org.diban.sample.FormGenerator;
import org.diban.sample.GeneratedForm;

/** The review of 100,000 generated forms with all rules by two workers; making the forms is part of the time. */
final class Review implements Bench.Measurement {
    private static final int FORMS = 100_000;
    private static final int WORKERS = 2;
    private static final int STEP = 20_000;

    @Override
    public void run() throws IOException {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Path scratch = Files.createTempDirectory("diban-bench");
        Map<String, Long> planted = new TreeMap<>();
        long start = System.nanoTime();
        ReviewSummary summary;
        try {
            summary = new ReviewRun(FormReview.standard(), scratch, WORKERS)
                    .run(forms(planted), finding -> {}, progress());
        } finally {
            Files.deleteIfExists(scratch);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!summary.findings().equals(planted)) {
            throw new IllegalStateException("planted " + planted + ", found " + summary.findings());
        }
        long findings = planted.values().stream().mapToLong(Long::longValue).sum();
        long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "%d forms, %d findings, each of them planted: %.1f s, %.0f forms/s, heap at most %d MB of %d MB%n",
                summary.forms(),
                findings,
                seconds,
                summary.forms() / seconds,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The generated forms, one after another, with what is planted in them counted. */
    private static Iterator<Submission> forms(Map<String, Long> planted) {
        FormGenerator generator = new FormGenerator(new SplittableRandom(2024), FORMS);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return generator.hasNext();
            }

            @Override
            public Submission next() {
                GeneratedForm form = generator.next();
                form.planted().forEach(defect -> planted.merge(defect.rule(), 1L, Long::sum));
                return form.submission();
            }
        };
    }

    private static ReviewProgress progress() {
        return new ReviewProgress() {
            private long told;

            @Override
            public void reviewed(long forms) {
                if (forms >= told + STEP) {
                    told = forms;
                    System.out.printf("%d of %d forms%n", forms, FORMS);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** The sum of the peaks of the pools is an upper bound of the peak of the heap. */
    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
