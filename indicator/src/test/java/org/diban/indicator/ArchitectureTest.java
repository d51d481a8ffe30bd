package org.diban.indicator;

import java.util.List;
import org.diban.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_engine_is_pure_and_its_packages_have_no_cycles() {
        Architecture.of("org.diban.indicator", 100).hasNoCycles().isPure().hasTellingNames();
    }

    @Test
    void measures_and_the_ledger_use_the_kernel_and_evidence_alone() {
        for (String engine : List.of("org.diban.indicator.measure", "org.diban.indicator.ledger")) {
            Architecture.of(engine, 15)
                    .usesOnly(List.of("org.diban.kernel", "org.diban.evidence", "org.diban.indicator"));
        }
    }

    @Test
    void forms_scores_and_review_use_the_kernel_alone() {
        for (String engine : List.of(
                "org.diban.indicator.form",
                "org.diban.indicator.printed",
                "org.diban.indicator.score",
                "org.diban.indicator.review")) {
            Architecture.of(engine, 5).usesOnly(List.of("org.diban.kernel", "org.diban.indicator"));
        }
    }

    @Test
    void office_libraries_are_the_only_others() {
        Architecture.of("org.diban.indicator", 100)
                .usesOnly(List.of(
                        "org.diban.kernel",
                        "org.diban.evidence",
                        "org.diban.indicator",
                        "org.dhatim",
                        "org.openpdf",
                        "org.apache.poi",
                        "org.apache.commons.compress",
                        "org.openxmlformats",
                        "com.fasterxml.aalto"));
    }
}
