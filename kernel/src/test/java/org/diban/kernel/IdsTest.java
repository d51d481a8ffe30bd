package org.diban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.diban.kernel.id.Ids;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void identifiers_sort_by_time_of_birth() {
        String early = new Ids(InstantSource.fixed(Instant.parse("2024-02-28T03:00:00Z")), new Random(1)).next("frm");
        String late =
                new Ids(InstantSource.fixed(Instant.parse("2024-02-28T03:00:00.001Z")), new Random(1)).next("frm");
        assertThat(early).isLessThan(late).hasSize(30);
        assertThat(Ids.isId("frm", early)).isTrue();
        assertThat(Ids.isId("adr", early)).isFalse();
        assertThat(Ids.isId("frm", early + "x")).isFalse();
    }
}
