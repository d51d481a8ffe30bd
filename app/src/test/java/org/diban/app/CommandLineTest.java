package org.diban.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void options_set_properties_with_a_blank_or_an_equals_sign_anywhere_on_the_line() {
        CommandLine line = CommandLine.parse("--lang", "en", "run", "--port=9000", "--data", "there", "--empty");
        assertThat(line.command()).isEqualTo(Command.RUN);
        assertThat(line.properties())
                .isEqualTo(Map.of(
                        "diban.language", "en", "server.port", "9000", "diban.data", "there", "diban.sample", "false"));
        assertThat(line.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void nothing_at_all_means_run_in_chinese() {
        CommandLine line = CommandLine.parse();
        assertThat(line.command()).isEqualTo(Command.RUN);
        assertThat(line.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void a_command_takes_its_operand_wherever_the_options_stand() {
        CommandLine line = CommandLine.parse("backup", "--data", "there", "file.zip");
        assertThat(line.command()).isEqualTo(Command.BACKUP);
        assertThat(line.operands()).isEqualTo(List.of("file.zip"));
    }

    @Test
    void an_external_database_needs_a_user_and_gets_no_password_from_the_line() {
        CommandLine line = CommandLine.parse("backup", "x", "--db-url", "jdbc:postgresql://db/diban?password=secret");
        assertThatThrownBy(line::database)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("DB-1011"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dance", "backup", "backup a b", "run x", "run --port", "run --unknown", "run --unknown=1", "log"
            })
    void what_is_not_understood_is_refused_with_the_usage(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.split(" ", -1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("RUN-1001"));
    }
}
