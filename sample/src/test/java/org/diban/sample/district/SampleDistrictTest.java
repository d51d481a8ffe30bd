package org.diban.sample.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diban.evidence.Fact;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormCommands;
import org.diban.indicator.ledger.FormLedger;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.printed.PrintedForms;
import org.diban.indicator.printed.Transcriber;
import org.diban.indicator.printed.Transcription;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.Test;

class SampleDistrictTest {
    private static final MeasureCatalogue MEASURES = MeasureCatalogue.standard();
    private static final SampleDistrict DISTRICT = SampleDistrict.of(7, MEASURES);

    @Test
    void one_seed_makes_one_district_and_another_seed_makes_another() {
        assertThat(SampleDistrict.of(7, MEASURES)).isEqualTo(DISTRICT);
        assertThat(SampleDistrict.of(8, MEASURES)).isNotEqualTo(DISTRICT);
    }

    @Test
    void every_unit_belongs_to_one_that_comes_before_it_and_every_name_says_sample() {
        Set<String> known = new HashSet<>();
        for (SampleUnit unit : DISTRICT.units()) {
            assertThat(unit.parent() == null || known.contains(unit.parent())).isTrue();
            assertThat(known.add(unit.key())).isTrue();
            assertThat(unit.name().zh()).contains("示例");
            assertThat(unit.name().en()).contains("Sample");
        }
        for (SamplePerson person : DISTRICT.people()) {
            assertThat(known).contains(person.unit());
            assertThat(person.name().zh()).startsWith("示例");
            assertThat(person.roles()).hasSize(1);
        }
        DISTRICT.projects().forEach(p -> assertThat(known).contains(p.unit()));
    }

    @Test
    void every_form_can_be_lived_through_and_shows_entered_and_missing_figures_but_no_measured_one() {
        int entered = 0;
        int missing = 0;
        for (SampleProject project : DISTRICT.projects()) {
            Form form = live(project).form();
            BigDecimal weights =
                    form.indicators().stream().map(Indicator::weight).reduce(BigDecimal.TEN, BigDecimal::add);
            assertThat(weights).isEqualByComparingTo("100");
            for (Indicator indicator : form.indicators()) {
                assertThat(indicator.measure()).as(indicator.level3()).isNotNull();
                Actual actual = indicator.actual();
                if (actual == null) {
                    missing++;
                } else {
                    assertThat(actual.origin()).isEqualTo(Actual.Origin.ENTERED);
                    entered++;
                }
            }
        }
        assertThat(entered).isEqualTo(6);
        assertThat(missing).isEqualTo(8);
    }

    private static FormState live(SampleProject project) {
        Set<String> logins = new HashSet<>();
        DISTRICT.people().forEach(p -> logins.add(p.login()));
        Set<EvidenceFile> files = new HashSet<>();
        project.files().forEach(f -> files.add(f.reference()));
        Instant at = Instant.parse("2025-01-07T01:00:00Z");
        List<Fact> facts = new ArrayList<>();
        FormState state = null;
        for (SampleProject.Step step : project.steps()) {
            assertThat(logins).contains(step.by());
            if (step.change() instanceof FormChange.FigureEntered figure) {
                assertThat(files).containsAll(figure.files());
            }
            FormCommands.Decision decision = step.change() instanceof FormChange.Opened opened
                    ? FormCommands.open("form/frm_sample", opened, step.by(), at)
                    : FormCommands.decide(
                            java.util.Objects.requireNonNull(state), facts.size(), step.change(), step.by(), at);
            assertThat(decision).isInstanceOf(FormCommands.Decision.Accepted.class);
            if (decision instanceof FormCommands.Decision.Accepted(Fact fact, FormState after)) {
                facts.add(fact);
                state = after;
            }
        }
        return FormLedger.replay(facts).orThrow();
    }

    @Test
    void the_published_forms_read_without_a_problem_and_add_up_to_their_printed_totals() throws IOException {
        Transcription forms = transcribe(PublishedForms.bytes(), PublishedForms.NAME);
        assertThat(forms.problems()).isEmpty();
        assertThat(forms.entries()).hasSize(11);
        for (Transcription.Entry entry : forms.entries()) {
            ScoredForm scored = ScoredForm.of(entry.form(), RuleSets.standard());
            assertThat(scored.total()).hasToString(entry.source().totalScore().text());
            assertThat(entry.form().expectedGoals()).startsWith("(缩写)").hasSizeLessThan(40);
            assertThat(entry.form().actualGoals()).startsWith("(缩写)").hasSizeLessThan(40);
        }
    }

    @Test
    void the_published_figures_are_those_of_the_source() throws IOException {
        byte[] seed = Files.readAllBytes(DistrictData.require("seed/000_1b2e574df5a7d62c.txt"));
        List<Transcription.Entry> theirs = transcribe(seed, "seed").entries();
        List<Transcription.Entry> ours =
                transcribe(PublishedForms.bytes(), PublishedForms.NAME).entries();
        for (int i = 0; i < 11; i++) {
            Form a = ours.get(i).form();
            Form b = theirs.get(i).form();
            assertThat(a.project()).isEqualTo(b.project());
            assertThat(a.funds()).isEqualTo(b.funds());
            assertThat(a.indicators()).isEqualTo(b.indicators());
            assertThat(b.expectedGoals()).doesNotContain(a.expectedGoals().substring(4));
        }
    }

    private static Transcription transcribe(byte[] bytes, String name) throws IOException {
        PrintedForms printed = TextForms.read(new ByteArrayInputStream(bytes), name, TextForms.DEFAULT_LIMIT);
        assertThat(printed.problems()).isEmpty();
        return new Transcriber(RuleSets.standard()).transcribe(printed.forms());
    }
}
