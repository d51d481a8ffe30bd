package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.diban.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
    private static CommandLine program(Locale locale) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Diban.commandLine(new Terminal(nowhere, nowhere, locale, false), Map.of());
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
        return all;
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Diban.class.getResourceAsStream("help_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void every_command_option_and_argument_is_described_in_both_languages() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<CommandLine> commands = all(program(locale));
            assertThat(commands).hasSizeGreaterThanOrEqualTo(12);
            for (CommandLine command : commands) {
                var spec = command.getCommandSpec();
                assertThat(spec.usageMessage().header())
                        .as(spec.qualifiedName())
                        .isNotEmpty();
                spec.args()
                        .forEach(arg -> assertThat(arg.description())
                                .as(spec.qualifiedName() + " " + arg.paramLabel() + " " + arg)
                                .isNotEmpty());
            }
        }
    }

    @Test
    void both_languages_have_the_same_entries() throws IOException {
        assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void help_ends_with_0_in_the_language_asked_for() {
        Session chinese = Session.run(Map.of(), "form", "export", "--help");
        assertThat(chinese.status()).isZero();
        assertThat(chinese.out()).contains("导出").contains("用法");
        assertThat(Session.run(Map.of(), "form", "--help", "--lang", "en").out())
                .contains("Usage: diban form");
        assertThat(Session.run(Map.of("LANG", "en_US.UTF-8"), "--help").out()).contains("Exit status");
        assertThat(Session.run(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "en_US.UTF-8"), "--help")
                        .out())
                .contains("退出码");
        assertThat(Session.run(Map.of("LANG", "C"), "--help").out()).contains("退出码");
    }

    @Test
    void measures_are_listed_and_shown() {
        Session list = Session.run("measure", "list");
        assertThat(list.lastLine()).isEqualTo("60 definitions");
        assertThat(Session.run("measure", "show", "avail").out())
                .isEqualTo(Session.run("measure", "show", "AVAIL@1").out())
                .contains("AVAIL@1");
        for (String unknown : List.of("NOTHING", "AVAIL@99", "AVAIL@x", "AVAIL@")) {
            Session session = Session.run("measure", "show", unknown);
            assertThat(session.status()).isEqualTo(2);
            assertThat(session.err()).contains("CLI-1004");
        }
    }
}
