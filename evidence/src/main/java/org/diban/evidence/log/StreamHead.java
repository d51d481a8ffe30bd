package org.diban.evidence.log;

import org.diban.kernel.json.JsonObject;

/**
 * How far a stream goes.
 *
 * @param stream the stream
 * @param next the sequence number that its next fact will have: the number of its facts, at least 1
 */
public record StreamHead(String stream, long next) {
    public StreamHead {
        if (next < 1) {
            throw new IllegalArgumentException("a stream without facts has no head");
        }
    }

    /** The bytes of its leaf under {@code heads}. */
    public byte[] leaf() {
        return JsonObject.builder()
                .put("next", next)
                .put("stream", stream)
                .build()
                .canonicalBytes();
    }
}
