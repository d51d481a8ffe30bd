package org.diban.indicator.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.printed.Transcriber;
import org.diban.indicator.printed.Transcription;
import org.diban.indicator.score.RuleSets;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review of the eleven forms of a real district, against a table of expected counts with their derivation. */
class DistrictReviewTest {
    @TempDir
    private Path scratch;

    private static List<Submission> submissions() throws IOException {
        try (InputStream in = Files.newInputStream(DistrictData.require("seed/000_1b2e574df5a7d62c.txt"))) {
            Transcription read = new Transcriber(RuleSets.standard())
                    .transcribe(TextForms.read(in, "forms.txt", TextForms.DEFAULT_LIMIT)
                            .forms());
            List<Submission> submissions = new ArrayList<>();
            for (Transcription.Entry entry : read.entries()) {
                submissions.add(new Submission("T" + (submissions.size() + 1), entry.form(), entry.source(), null));
            }
            return submissions;
        }
    }

    private List<Finding> review(ReviewRules rules) throws IOException {
        List<Finding> findings = new ArrayList<>();
        FormReview review = new FormReview(RuleSets.standard(), rules, MeasureNames.standard());
        new ReviewRun(review, scratch, 1).run(submissions().iterator(), findings::add, ReviewProgress.NONE);
        return findings;
    }

    private static SortedMap<String, Long> expected() throws IOException {
        SortedMap<String, Long> expected = new TreeMap<>();
        try (InputStream in = DistrictReviewTest.class.getResourceAsStream("district-2024-counts.tsv")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(columns -> expected.put(columns[0], Long.valueOf(columns[1])));
        }
        return expected;
    }

    @Test
    void every_rule_finds_what_the_table_says_no_more_and_no_less() throws IOException {
        List<Finding> findings = review(ReviewRules.standard());
        SortedMap<String, Long> counts = new TreeMap<>();
        ReviewRules.standard().all().forEach(rule -> counts.put(rule.id(), 0L));
        findings.forEach(finding -> counts.merge(finding.rule(), 1L, Long::sum));
        assertThat(counts).isEqualTo(expected());
    }

    @Test
    void the_findings_stand_on_the_forms_that_the_table_names() throws IOException {
        Map<String, SortedMap<String, Long>> byRule = new TreeMap<>();
        for (Finding finding : review(ReviewRules.standard())) {
            byRule.computeIfAbsent(finding.rule(), k -> new TreeMap<>())
                    .merge(finding.form().key(), 1L, Long::sum);
        }
        assertThat(byRule.get("V05")).isEqualTo(Map.of("T7", 1L, "T8", 1L, "T11", 1L));
        assertThat(byRule.get("V06")).isEqualTo(Map.of("T5", 1L, "T10", 1L, "T11", 1L));
        assertThat(byRule.get("V08")).isEqualTo(Map.of("T5", 1L, "T10", 1L, "T11", 1L));
        assertThat(byRule.get("V10"))
                .isEqualTo(Map.of("T2", 2L, "T5", 2L, "T7", 1L, "T8", 1L, "T9", 1L, "T10", 1L, "T11", 1L));
        assertThat(byRule.get("V12")).isEqualTo(Map.of("T2", 1L, "T4", 1L, "T6", 2L, "T8", 1L, "T9", 1L));
        assertThat(byRule.get("V13")).containsOnlyKeys("T1", "T2", "T5", "T6", "T7", "T10", "T11");
        assertThat(byRule.get("V14")).containsOnlyKeys("T2", "T3", "T5", "T6", "T7", "T11");
        assertThat(byRule.get("V15")).isEqualTo(Map.of("T1", 1L));
        assertThat(byRule.get("V16")).isEqualTo(Map.of("T6", 5L));
        assertThat(byRule.get("V17")).isEqualTo(Map.of("T9", 1L));
        assertThat(byRule.get("V18"))
                .isEqualTo(Map.of("T1", 2L, "T2", 4L, "T6", 3L, "T7", 4L, "T8", 3L, "T9", 3L, "T10", 1L, "T11", 1L));
        assertThat(byRule.get("V19")).isEqualTo(Map.of("T6", 1L, "T9", 1L));
        assertThat(byRule.get("V21")).isEqualTo(Map.of("T1", 3L, "T3", 1L, "T5", 2L, "T11", 1L));
        assertThat(byRule.get("V23"))
                .isEqualTo(Map.of("T1", 2L, "T2", 3L, "T3", 1L, "T4", 1L, "T6", 2L, "T7", 1L, "T8", 1L, "T9", 1L));
        assertThat(byRule.get("V27")).isEqualTo(Map.of("T9", 8L));
    }

    @Test
    void the_five_facts_that_two_forms_state_differently_name_both_values() throws IOException {
        assertThat(review(ReviewRules.standard()).stream()
                        .filter(finding -> finding.rule().equals("V16"))
                        .map(finding -> finding.figure() + " / " + finding.neighbour()))
                .containsExactly(
                        "44.00(家) / 45.00(个)",
                        "1.00(ms) / 1.50(ms)",
                        "5.00(小时) / 6.00(小时)",
                        "98.00(%) / 96.00(%)",
                        "98.00(%) / 97.00(%)");
    }

    @Test
    void at_twenty_per_cent_nine_deviations_are_large() throws IOException {
        assertThat(review(ReviewRules.standard().with("V12", "percent", new BigDecimal(20))).stream()
                        .filter(finding -> finding.rule().equals("V12")))
                .hasSize(9);
    }
}
