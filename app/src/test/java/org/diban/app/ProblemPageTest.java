package org.diban.app;

import java.io.IOException;
import java.util.Set;
import org.diban.testkit.ProblemPage;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/errors.md} to the codes of the application and its engines. With {@code -Ddiban.update=true} it writes them there. */
class ProblemPageTest {
    private final ProblemPage codes = ProblemPage.of("org.diban", 19);

    @Test
    void codes_are_unique_and_well_formed_and_say_something_in_both_languages() {
        codes.hasSoundCodes();
    }

    @Test
    void the_page_of_problem_codes_says_what_the_enums_say() throws IOException {
        codes.isCurrent(Set.of("CLI"));
    }
}
