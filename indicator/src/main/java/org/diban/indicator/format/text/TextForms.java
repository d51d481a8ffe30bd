package org.diban.indicator.format.text;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.diban.indicator.printed.FormProblem;
import org.diban.indicator.printed.GridReader;
import org.diban.indicator.printed.GridRow;
import org.diban.indicator.printed.PrintedForms;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The reader of text files. */
public final class TextForms {
    /** The largest file that is read by default: 100 MB. */
    public static final int DEFAULT_LIMIT = 100 * 1024 * 1024;

    private static final int MAX_LINE = 1_000_000;

    private TextForms() {}

    /**
     * Reads the forms of a file. Reads at most one byte more than the limit; holds the bytes and the forms in memory, not the rows.
     *
     * @param in the bytes; not closed
     * @param file the name a person knows the file by
     * @param limit the most bytes the file may have, at least 1 and below 2³¹−1
     * @throws IOException if the bytes cannot be read
     */
    public static PrintedForms read(InputStream in, String file, int limit) throws IOException {
        Location source = Location.file(file);
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            return refused(FormProblem.TOO_LARGE.at(source, limit / (1024 * 1024)));
        }
        int control = firstControl(bytes);
        if (control >= 0) {
            return refused(FormProblem.NOT_TEXT.at(source.line(line(bytes, control))));
        }
        int end = endOfLongLine(bytes);
        if (end >= 0) {
            return refused(FormProblem.LINE_TOO_LONG.at(source.line(line(bytes, end)), MAX_LINE));
        }
        Optional<Charset> charset = Encoding.of(bytes);
        if (charset.isEmpty()) {
            int line = line(bytes, Encoding.firstFault(bytes, StandardCharsets.UTF_8));
            return refused(FormProblem.BAD_ENCODING.at(source.line(line), line));
        }
        return GridReader.read(source, new Rows(bytes, charset.get(), source));
    }

    private static PrintedForms refused(Problem problem) {
        return new PrintedForms(List.of(), List.of(problem));
    }

    /** The first byte that no text has in either encoding: a control character other than tab, line feed, form feed and return. */
    private static int firstControl(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return i;
            }
        }
        return -1;
    }

    private static int endOfLongLine(byte[] bytes) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            length = bytes[i] == '\n' || bytes[i] == '\r' ? 0 : length + 1;
            if (length > MAX_LINE) {
                return i;
            }
        }
        return -1;
    }

    private static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            boolean ends = bytes[i] == '\n' || bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n');
            if (ends) {
                line++;
            }
        }
        return line;
    }

    /** The lines of a text as rows. */
    private static final class Rows implements Iterator<GridRow> {
        private final BufferedReader reader;
        private final Location source;
        private @Nullable String next;
        private int line;

        Rows(byte[] bytes, Charset charset, Location source) {
            this.reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset));
            this.source = source;
            advance();
        }

        private void advance() {
            try {
                next = reader.readLine();
                line++;
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public GridRow next() {
            String text = next;
            if (text == null) {
                throw new NoSuchElementException();
            }
            GridRow row = GridRow.of(source.line(line), columns(text));
            advance();
            return row;
        }

        private static List<String> columns(String line) {
            List<String> columns = new ArrayList<>();
            int from = 0;
            for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
                columns.add(line.substring(from, tab));
                from = tab + 1;
            }
            columns.add(line.substring(from));
            return columns;
        }
    }
}
