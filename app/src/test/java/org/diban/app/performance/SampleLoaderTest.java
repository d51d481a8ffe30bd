package org.diban.app.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A first start that loads the sample. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=true")
class SampleLoaderTest {
    private final TestPeople people;
    private final Forms forms;

    @Autowired
    SampleLoaderTest(TestPeople people, Forms forms) {
        this.people = people;
        this.forms = forms;
    }

    @Test
    void a_first_start_shows_eleven_published_forms_and_invented_ones_marked_as_such() {
        Actor leader = people.actor("visitor", people.district(), Role.LEADER);
        List<FormSummary> all = people.as(leader, () -> forms.overview(OverviewQuery.of(2024), 100, 0))
                .rows();
        assertThat(all.stream().filter(form -> !form.synthetic())).hasSize(11);
        assertThat(all.stream().filter(FormSummary::synthetic))
                .isNotEmpty()
                .allMatch(form -> form.project().contains("示例"))
                .anyMatch(form -> form.coverage().entered() > 0);
        assertThat(all.stream().mapToInt(FormSummary::unexplained).sum()).isGreaterThanOrEqualTo(49);
    }
}
