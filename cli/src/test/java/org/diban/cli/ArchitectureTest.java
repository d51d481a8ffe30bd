package org.diban.cli;

import java.util.List;
import org.diban.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_command_line_uses_engines_and_no_framework() {
        Architecture.of("org.diban.cli", 20)
                .hasNoCycles()
                .hasTellingNames()
                .usesOnly(List.of(
                        "org.diban.cli",
                        "org.diban.kernel",
                        "org.diban.evidence",
                        "org.diban.indicator",
                        "org.diban.verifier",
                        "picocli"));
    }
}
