package org.diban.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The progress of a long command in one line on the error stream, redrawn a few times a second; nothing where no person looks.
 */
public final class ProgressBar implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final InstantSource clock;
    private final long total;
    private final Instant begin;
    private Instant drawn;

    /**
     * @param total how many steps there are, at least 1
     */
    public ProgressBar(Terminal terminal, InstantSource clock, long total) {
        this.terminal = terminal;
        this.clock = clock;
        this.total = Math.max(1, total);
        this.begin = clock.instant();
        this.drawn = Instant.MIN;
    }

    /** So many steps are done. */
    public void done(long steps) {
        Instant now = clock.instant();
        if (!terminal.interactive() || now.minus(PAUSE).isBefore(drawn)) {
            return;
        }
        drawn = now;
        double seconds = Duration.between(begin, now).toMillis() / 1000.0;
        double rate = seconds > 0 ? steps / seconds : 0;
        int filled = (int) (WIDTH * Math.min(steps, total) / total);
        String left = rate > 0 ? String.format(Locale.ROOT, "%.0f s", (total - steps) / rate) : "?";
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "\r\u001b[K%s%s %d/%d  %.0f/s  %s",
                        "█".repeat(filled),
                        "░".repeat(WIDTH - filled),
                        steps,
                        total,
                        rate,
                        left);
        terminal.err().flush();
    }

    /** Removes the line, until it is drawn again. */
    public void clear() {
        if (terminal.interactive()) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        clear();
    }
}
