package org.diban.indicator.measure;

import org.diban.indicator.form.MeasureRef;
import org.diban.kernel.json.JsonObject;

/**
 * One version of a definition, told apart from every other by its digest.
 *
 * @param id for example {@code AVAIL}
 * @param version from 1
 * @param digest the digest of the definition's canonical form
 */
public record MeasureKey(String id, int version, ContentDigest digest) {
    /** Reads what {@link #json} writes. */
    public static MeasureKey of(JsonObject json) {
        return new MeasureKey(
                json.string("id"), Math.toIntExact(json.number("version")), ContentDigest.parse(json.string("digest")));
    }

    /** {@code {"digest":…,"id":…,"version":…}}. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("id", id)
                .put("version", version)
                .put("digest", digest.text())
                .build();
    }

    /** The binding of an indicator to this definition. */
    public MeasureRef ref() {
        return new MeasureRef(id, version);
    }
}
