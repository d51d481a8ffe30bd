package org.diban.indicator.format.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Writes the zip of an office document so that the same document is the same bytes: no time of writing, in the entries or in the properties. */
public final class StableZip {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";

    private StableZip() {}

    /** Copies a zip to a stream, which stays open, without its times. */
    public static void copy(byte[] zip, OutputStream out) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile from = ZipFile.builder().setByteArray(zip).get()) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        to.write(withoutTimes(content.readAllBytes()));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        to.finish();
        out.flush();
    }

    private static byte[] withoutTimes(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
