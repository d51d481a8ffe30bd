package org.diban.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.diban.testkit.Architecture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private final ApplicationModules modules = ApplicationModules.of(Diban.class);

    @Test
    void features_use_of_each_other_only_what_is_declared() {
        assertThat(modules.stream().map(m -> m.getIdentifier().toString())).contains("access", "database");
        modules.verify();
    }

    @Test
    void packages_have_no_cycles_and_types_have_telling_names() {
        Architecture.of("org.diban.app", 15).hasNoCycles().hasTellingNames();
    }
}
