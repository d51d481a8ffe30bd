package org.diban.indicator.ledger;

import java.time.LocalDate;
import org.diban.indicator.measure.ContentDigest;
import org.diban.kernel.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A file that stands behind a figure or a form. Its bytes are stored once, by their digest.
 *
 * @param digest the digest of its bytes
 * @param name the name a person knows it by; never a path
 * @param size its length in bytes
 * @param mediaType for example {@code application/pdf}
 * @param dated the date that the document bears; {@code null} when it bears none
 */
public record EvidenceFile(
        ContentDigest digest,
        String name,
        long size,
        String mediaType,
        @Nullable LocalDate dated) {
    public EvidenceFile {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("not the name of a file");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a negative size");
        }
    }

    static EvidenceFile of(JsonObject json) {
        Members.only(json, "digest", "name", "size", "mediaType", "dated");
        String dated = json.stringOrNull("dated");
        return new EvidenceFile(
                ContentDigest.parse(json.string("digest")),
                json.string("name"),
                json.number("size"),
                json.string("mediaType"),
                dated == null ? null : Members.date(dated));
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("digest", digest.text())
                .put("name", name)
                .put("size", size)
                .put("mediaType", mediaType)
                .put("dated", dated == null ? null : dated.toString())
                .build();
    }
}
