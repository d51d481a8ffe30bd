package org.diban.evidence.bundle;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of an entry, each ended by one line feed, the last one too. */
final class Lines {
    private final EntryInput in;
    private final int longest;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long count;

    /**
     * The lines of an entry.
     *
     * @param longest the largest number of bytes of a line
     */
    Lines(EntryInput in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The bytes of the next line without its line feed; {@code null} after the last one. */
    byte @Nullable [] next() throws IOException {
        int scanned = from;
        while (true) {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    checkLength(i - from);
                    byte[] line = Arrays.copyOfRange(buffer, from, i);
                    from = i + 1;
                    count++;
                    return line;
                }
            }
            scanned = to - from;
            checkLength(scanned);
            System.arraycopy(buffer, from, buffer, 0, scanned);
            from = 0;
            to = scanned;
            if (to == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                if (to > 0) {
                    throw BundleProblem.ENTRY_UNREADABLE.exception(in.name(), "the last line has no end");
                }
                return null;
            }
            to += read;
        }
    }

    private void checkLength(int length) {
        if (length > longest) {
            throw BundleProblem.ENTRY_UNREADABLE.exception(in.name(), "line " + (count + 1) + " is too long");
        }
    }

    /** The number of lines so far: of the line last given, from 1. */
    long count() {
        return count;
    }
}
