package org.diban.sample.district;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The figures of eleven forms of 2024 that a district's big-data centre published: names, targets, values, weights, scores and money as
 * printed. Their goals are not theirs but short sentences of ours, each marked 缩写. A text file that {@code TextForms} reads.
 */
public final class PublishedForms {
    /** The name to show for the file. */
    public static final String NAME = "forms-2024.tsv";

    private PublishedForms() {}

    /** The bytes of the file, UTF-8. */
    public static byte[] bytes() {
        try (InputStream in = PublishedForms.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new AssertionError(NAME + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
