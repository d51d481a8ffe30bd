package org.diban.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.review.ReviewRule;
import org.diban.indicator.review.ReviewRules;
import org.diban.indicator.score.RuleSet;
import org.diban.indicator.score.RuleSets;
import org.junit.jupiter.api.Test;

/** The pages of docs/reference say what the code does. */
class ReferencePagesTest {
    private static String page(String name) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path page = at.resolve("docs/reference").resolve(name);
            if (Files.exists(page)) {
                return Files.readString(page);
            }
        }
        throw new AssertionError("docs/reference/" + name + " is missing");
    }

    @Test
    void the_page_of_review_rules_lists_every_rule_with_its_parameters_and_messages() throws IOException {
        String page = page("review-rules.md");
        for (ReviewRule rule : ReviewRules.standard().all()) {
            assertThat(page)
                    .contains("| " + rule.id() + " | " + rule.title().en() + " "
                            + rule.title().zh() + " |");
            assertThat(page).contains("### " + rule.id() + " " + rule.title().en());
            rule.parameters()
                    .forEach((name, value) -> assertThat(page).contains("`" + name + "` " + value.toPlainString()));
            rule.cases()
                    .values()
                    .forEach(one -> assertThat(page).contains(one.message().en()));
        }
        assertThat(ReviewRules.standard().all()).hasSize(28);
    }

    @Test
    void the_page_of_scores_lists_every_rule_set() throws IOException {
        String page = page("scoring.md");
        for (RuleSet rules : RuleSets.all()) {
            assertThat(page).contains("| `" + rules.id() + "`");
        }
    }

    @Test
    void the_example_of_a_form_in_json_can_be_read() throws IOException {
        String page = page("form-json.md");
        String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        JsonForm read =
                FormJson.read(new ByteArrayInputStream(example.getBytes(StandardCharsets.UTF_8)), "form-json.md");
        assertThat(read.problems()).isEmpty();
        assertThat(read.form()).isNotNull();
    }
}
