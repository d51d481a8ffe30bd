package org.diban.cli;

import java.io.IOException;
import org.diban.testkit.ProblemPage;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/errors.md} to the codes of the command line. With {@code -Ddiban.update=true} it writes them there. */
class ProblemPageTest {
    private final ProblemPage codes = ProblemPage.of("org.diban.cli", 1);

    @Test
    void codes_are_unique_and_well_formed_and_say_something_in_both_languages() {
        codes.hasSoundCodes();
    }

    @Test
    void the_page_of_problem_codes_has_the_codes_of_the_command_line() throws IOException {
        codes.isOnPage();
    }
}
