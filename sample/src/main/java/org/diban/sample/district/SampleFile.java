package org.diban.sample.district;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.measure.ContentDigest;

/**
 * A small generated file that stands behind an entered figure.
 *
 * @param name the name a person knows it by
 * @param dated the date it bears
 * @param text its content, to be stored as UTF-8
 */
public record SampleFile(String name, LocalDate dated, String text) {
    /** Its bytes. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a figure says about it. */
    public EvidenceFile reference() {
        byte[] bytes = bytes();
        return new EvidenceFile(ContentDigest.sha256(bytes), name, bytes.length, "text/plain; charset=utf-8", dated);
    }
}
