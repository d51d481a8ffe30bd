package org.diban.indicator.format.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Writes the zip of an office document so that the same document is the same bytes: without the time of writing, which stands in the
 * entries and in the properties, and with the merged cells of a sheet in one order.
 */
public final class StableZip {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1981, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final Pattern MERGE = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");
    private static final Pattern MERGES = Pattern.compile("<mergeCells[^>]*>(.*?)</mergeCells>");

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
                        to.write(withoutTimes(text(content)).getBytes(StandardCharsets.UTF_8));
                    } else if (entry.getName().startsWith(SHEETS)) {
                        to.write(withSortedMerges(text(content)).getBytes(StandardCharsets.UTF_8));
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

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String withoutTimes(String properties) {
        return properties.replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "");
    }

    private static String withSortedMerges(String sheet) {
        StringBuilder sorted = new StringBuilder();
        MERGE.matcher(sheet).results().map(MatchResult::group).sorted().forEach(sorted::append);
        Matcher all = MERGES.matcher(sheet);
        return all.find()
                ? new StringBuilder(sheet)
                        .replace(all.start(1), all.end(1), sorted.toString())
                        .toString()
                : sheet;
    }
}
