package org.diban.evidence;

import java.util.List;
import org.diban.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void evidence_is_a_pure_engine_above_the_kernel() {
        Architecture.of("org.diban.evidence", 15)
                .hasNoCycles()
                .isPure()
                .hasTellingNames()
                .usesOnly(List.of("org.diban.kernel", "org.diban.evidence", "org.bouncycastle"));
    }
}
