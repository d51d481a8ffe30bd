package org.diban.indicator;

import java.util.List;
import org.diban.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_engine_is_pure_and_uses_evidence_and_office_formats_alone() {
        Architecture.of("org.diban.indicator", 60)
                .hasNoCycles()
                .usesOnly(List.of(
                        "org.diban.kernel",
                        "org.diban.evidence",
                        "org.diban.indicator",
                        "org.dhatim",
                        "org.openpdf",
                        "org.apache.poi",
                        "org.apache.commons.compress",
                        "org.openxmlformats",
                        "com.fasterxml.aalto"))
                .isPure()
                .hasTellingNames();
    }
}
