package org.diban.app.performance.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.diban.indicator.format.sheet.SheetLimits;
import org.diban.indicator.format.sheet.XlsxReader;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.printed.PrintedForms;

/** The reading of files: a workbook, JSON or text, told apart by their first bytes and not by their names. */
final class FormReader {
    private FormReader() {}

    static PrintedForms read(byte[] bytes, String fileName) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (isArchive(bytes)) {
            return new XlsxReader(SheetLimits.DEFAULT).read(in, fileName).forms();
        }
        return TextForms.read(in, fileName, TextForms.DEFAULT_LIMIT);
    }

    /** ZIP archives begin with PK, old Excel files with the mark of compound documents; the reader of workbooks has words for both. */
    private static boolean isArchive(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] == 'P' && bytes[1] == 'K' || (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf);
    }
}
