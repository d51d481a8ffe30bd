package org.diban.evidence;

import org.diban.kernel.json.JsonObject;

/**
 * The name of a fact.
 *
 * @param stream the stream
 * @param seq the place in the stream, from 0
 */
public record FactRef(String stream, long seq) {
    /** Reads {@code {"stream":…,"seq":…}}. */
    public static FactRef of(JsonObject json) {
        return new FactRef(json.string("stream"), json.number("seq"));
    }

    /** {@code {"seq":…,"stream":…}}. */
    public JsonObject json() {
        return JsonObject.builder().put("stream", stream).put("seq", seq).build();
    }

    /** {@code stream#seq}. */
    @Override
    public String toString() {
        return stream + "#" + seq;
    }
}
