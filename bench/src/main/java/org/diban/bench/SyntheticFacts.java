package org.diban.bench;

import java.time.Instant;
import org.diban.evidence.Fact;
import org.diban.kernel.json.JsonObject;

/** Facts of the size and shape of probe results: about 350 bytes, with identifiers of full length. */
final class SyntheticFacts {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private SyntheticFacts() {}

    static Fact fact(String stream, long seq) {
        String site = "ste_01k3v9c2m4e8w6n0r5t7y1%04d".formatted(seq % 400);
        return new Fact(
                stream,
                seq,
                START.plusSeconds(seq * 30),
                "sys_01k3v9c2m4e8w6n0r5t7y1a2b3",
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
