package org.diban.bench;

import java.time.Instant;
import org.diban.evidence.Fact;
import org.diban.kernel.json.JsonObject;

/** Facts of the size and shape of probe results: about 260 bytes. */
final class SyntheticFacts {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private SyntheticFacts() {}

    static Fact fact(String stream, long seq) {
        String site = "site-" + seq % 400;
        return new Fact(
                stream,
                seq,
                START.plusSeconds(seq * 30),
                "sys_probe",
                "probe.minute",
                JsonObject.builder()
                        .put("site", site)
                        .put("latency", (seq * 7919) % 90 + "." + (seq * 31) % 100)
                        .put("sent", 60)
                        .put("received", 60 - (seq * 104_729) % 3)
                        .put(
                                "observe",
                                JsonObject.builder()
                                        .put(
                                                "AVAIL",
                                                JsonObject.builder()
                                                        .put("key", site)
                                                        .put("num", "1")
                                                        .put("den", "1")
                                                        .build())
                                        .build())
                        .build(),
                null);
    }
}
