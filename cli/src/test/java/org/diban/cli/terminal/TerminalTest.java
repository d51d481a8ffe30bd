package org.diban.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal terminal(boolean interactive) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                interactive);
    }

    @Test
    void columns_are_aligned_by_what_a_terminal_shows() {
        assertThat(new Columns("lr").row("数据", "1").row("abc", "22").row("", "").lines())
                .containsExactly("数据   1", "abc   22", "");
    }

    @Test
    void style_is_for_people_only() {
        terminal(false).say(terminal(false).bold("a") + terminal(false).red("b"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ab" + System.lineSeparator());
        assertThat(terminal(true).red("b")).isEqualTo("\u001b[31mb\u001b[0m");
    }

    @Test
    void other_control_sequences_are_not_passed_on() {
        Terminal terminal = terminal(true);
        terminal.say(terminal.bold("a\u001b]0;title\u0007b"));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a\uFFFD]0;title\uFFFDb");
    }

    @Test
    void progress_is_drawn_at_most_five_times_a_second_and_removed() {
        Instant[] now = {Instant.EPOCH};
        try (ProgressBar bar = new ProgressBar(terminal(true), () -> now[0], 10)) {
            bar.done(1);
            now[0] = now[0].plusMillis(100);
            bar.done(2);
            now[0] = now[0].plusMillis(900);
            bar.done(5);
        }
        String drawn = err.toString(StandardCharsets.UTF_8);
        assertThat(drawn).contains("1/10").doesNotContain("2/10").contains("5/10  5/s  1 s");
        assertThat(drawn).endsWith("\r\u001b[K");
    }

    @Test
    void progress_is_silent_where_nobody_looks() {
        try (ProgressBar bar = new ProgressBar(terminal(false), () -> Instant.EPOCH, 10)) {
            bar.done(5);
        }
        assertThat(err.size()).isZero();
    }
}
