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
}
