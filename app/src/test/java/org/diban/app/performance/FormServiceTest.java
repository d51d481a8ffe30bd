package org.diban.app.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FigureValue;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState.Status;
import org.diban.indicator.measure.ContentDigest;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.time.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Forms on a real database: what is written, what is refused, and that nothing is written by halves. */
@AppTest
@Import({TestPeople.class, FaultyWords.class})
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormServiceTest {
    private final TestPeople people;
    private final Forms forms;
    private final FormImports imports;
    private final FaultyWords faults;
    private final JdbcClient jdbc;
    private OrganisationId department;
    private Actor officer;
    private int departments;

    @Autowired
    FormServiceTest(TestPeople people, Forms forms, FormImports imports, FaultyWords faults, JdbcClient jdbc) {
        this.people = people;
        this.forms = forms;
        this.imports = imports;
        this.faults = faults;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void officer() {
        department = people.department("测试一部");
        officer = people.actor("officer", people.district(), Role.FINANCE_OFFICER, Role.ASSESSOR);
    }

    /** A department of its own, so that tests do not see each other's forms. */
    private OrganisationId fresh() {
        return people.department("测试部门 " + ++departments);
    }

    private ImportRecord received(OrganisationId where, String name, byte[] file) {
        return people.as(officer, () -> imports.receive(where.value(), name, new ByteArrayInputStream(file)));
    }

    private List<String> imported(OrganisationId where) throws IOException {
        ImportRecord received = received(where, "two-forms.txt", FormPagesTest.twoForms());
        return people.as(officer, () -> imports.take(received.id(), false)).forms();
    }

    private String form(List<String> ids, String project) {
        return ids.stream()
                .filter(id -> people.as(officer, () -> forms.form(id))
                        .summary()
                        .project()
                        .contains(project))
                .findFirst()
                .orElseThrow();
    }

    private EvidenceFile kept(String form, String text) {
        return people.as(
                officer,
                () -> forms.keep(
                        form,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "proof.txt",
                        "text/plain",
                        null));
    }

    private static FormChange.FigureEntered met(EvidenceFile... files) {
        return new FormChange.FigureEntered(
                "i03", new FigureValue.Judgement(Attainment.MET), Period.year(2024), null, List.of(files), "");
    }

    @Test
    void an_import_keeps_the_file_its_digest_and_the_scores_as_printed() throws IOException {
        OrganisationId where = fresh();
        String id = form(imported(where), "机房");
        FormRecord record = people.as(officer, () -> forms.form(id));
        assertThat(record.scored().total()).isEqualByComparingTo("98.00");
        EvidenceFile file = Objects.requireNonNull(record.state().source());
        assertThat(file.digest()).isEqualTo(ContentDigest.sha256(FormPagesTest.twoForms()));
        assertThat(record.summary().unexplained()).isEqualTo(1);
        assertThat(record.summary().coverage()).isEqualTo(new Coverage(0, 0, 4));
        assertThat(record.findings()).anyMatch(finding -> finding.rule().equals("V09"));
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        String digest = file.digest().text();
        people.as(officer, () -> {
            forms.copyFile(id, digest, source);
            return id;
        });
        assertThat(source.toByteArray()).isEqualTo(FormPagesTest.twoForms());
    }

    @Test
    void whichever_word_to_the_database_fails_nothing_is_half_imported() throws IOException {
        OrganisationId where = fresh();
        ImportRecord received = received(where, "two-forms.txt", FormPagesTest.twoForms());
        long words = 0;
        String before = everything();
        for (int n = 1; ; n++) {
            faults.failAt(n);
            try {
                people.as(officer, () -> imports.take(received.id(), false));
                break;
            } catch (RuntimeException expected) {
                words++;
                assertThat(faults.failed()).as("word %d", n).isTrue();
            } finally {
                faults.heal();
            }
            ImportRecord.State state =
                    people.as(officer, () -> imports.find(received.id())).state();
            if (state == ImportRecord.State.TAKEN) {
                break; // the fault came after the commit: the import is there, only its answer was lost
            }
            assertThat(state).as("after a fault at word %d", n).isEqualTo(ImportRecord.State.CHECKED);
            assertThat(everything()).as("after a fault at word %d", n).isEqualTo(before);
        }
        assertThat(words).isGreaterThan(20);
        assertThat(people.as(officer, () -> imports.find(received.id())).forms())
                .hasSize(2);
    }

    /** Everything that forms consist of, as one text. */
    private String everything() {
        return jdbc.sql("""
                        SELECT concat_ws(' ',
                            (SELECT count(*) FROM performance.project), (SELECT count(*) FROM performance.form),
                            (SELECT count(*) FROM performance.form_state), (SELECT count(*) FROM performance.finding),
                            (SELECT count(*) FROM performance.import_form),
                            (SELECT coalesce(sum(next_seq), 0) FROM evidence.stream WHERE name LIKE 'form/%'))
                        """).query(String.class).single();
    }

    @Test
    void deriving_everything_again_gives_what_is_there() throws IOException {
        OrganisationId where = fresh();
        String id = form(imported(where), "机房");
        EvidenceFile file = kept(id, "minutes of the meeting");
        people.as(officer, () -> forms.change(id, 1, met(file)));
        String before = projection();
        jdbc.sql(
                        "UPDATE performance.form_state SET score = 1, grade = '差', missing = indicators, measured = 0, entered = 0")
                .update();
        jdbc.sql("DELETE FROM performance.finding").update();
        assertThat(projection()).isNotEqualTo(before);
        assertThat(forms.rebuild()).isGreaterThanOrEqualTo(2);
        assertThat(projection()).isEqualTo(before);
    }

    private String projection() {
        return jdbc.sql("""
                        SELECT (SELECT string_agg(s::text, '|' ORDER BY form) FROM performance.form_state s)
                            || (SELECT coalesce(string_agg(f::text, '|' ORDER BY form, number), '') FROM performance.finding f)
                        """).query(String.class).single();
    }

    @Test
    void of_two_editors_the_second_is_told_what_changed_and_nothing_is_overwritten() throws IOException {
        OrganisationId where = fresh();
        String id = form(imported(where), "机房");
        people.as(officer, () -> forms.change(id, 1, new FormChange.ExplanationRecorded("i02", "first")));
        assertThatThrownBy(() -> people.as(
                        officer, () -> forms.change(id, 1, new FormChange.ExplanationRecorded("i02", "second"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("LEDG-2001"));
        assertThat(people.as(officer, () -> forms.form(id))
                        .state()
                        .form()
                        .indicators()
                        .get(1)
                        .explanation())
                .isEqualTo("first");
    }

    @Test
    void of_many_editors_at_once_exactly_one_wins_each_version() throws Exception {
        OrganisationId where = fresh();
        String id = form(imported(where), "机房");
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                String text = "editor " + n;
                all.add(pool.submit(() -> {
                    try {
                        people.as(officer, () -> forms.change(id, 1, new FormChange.ExplanationRecorded("i01", text)));
                        return true;
                    } catch (ProblemException conflict) {
                        return false;
                    }
                }));
            }
            int won = 0;
            for (Future<Boolean> each : all) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(people.as(officer, () -> forms.form(id)).state().length()).isEqualTo(2);
    }

    @Test
    void money_of_several_sources_changes_together_or_not_at_all() throws IOException {
        OrganisationId where = fresh();
        String id = form(imported(where), "机房");
        FormChange total = new FormChange.MoneyEntered(
                new FundRow(FundSource.TOTAL, new Money(120_000_000), new Money(100_000_000), new Money(90_000_000)));
        FormChange impossible = new FormChange.ExplanationRecorded("i99", "there is no such indicator");
        assertThatThrownBy(() -> people.as(officer, () -> forms.changeAll(id, 1, List.of(total, impossible))))
                .isInstanceOf(ProblemException.class);
        assertThat(people.as(officer, () -> forms.form(id)).state().length()).isEqualTo(1);
        people.as(officer, () -> forms.changeAll(id, 1, List.of(total)));
        assertThat(people.as(officer, () -> forms.form(id)).summary().rate()).isEqualByComparingTo("90.00");
    }

    @Test
    void a_figure_stands_only_on_files_that_were_brought_for_its_form() throws IOException {
        OrganisationId where = fresh();
        List<String> ids = imported(where);
        String id = form(ids, "机房");
        String other = form(ids, "目录");
        EvidenceFile elsewhere = kept(other, "brought for another form");
        assertThatThrownBy(() -> people.as(officer, () -> forms.change(id, 1, met(elsewhere))))
                .hasMessageContaining("PERF-1008");
        assertThatThrownBy(() -> people.as(officer, () -> forms.change(id, 1, met())))
                .hasMessageContaining("LEDG-1011");
        EvidenceFile here = kept(id, "brought for this form");
        people.as(officer, () -> forms.change(id, 1, met(here)));
        FigureRecord figure = people.as(officer, () -> forms.figure(id, "i03"));
        assertThat(figure.figure()).isNotNull();
        assertThat(figure.form().summary().coverage()).isEqualTo(new Coverage(0, 1, 3));
        assertThat(figure.history()).hasSize(1);
    }

    @Test
    void a_final_form_carries_a_signature_and_changes_only_after_it_was_reopened_with_a_reason() throws IOException {
        OrganisationId where = fresh();
        String id = form(imported(where), "目录");
        assertThatThrownBy(() -> people.as(officer, () -> forms.finalise(id, 1, "not the password")))
                .hasMessageContaining("ACC-1005");
        assertThat(people.as(officer, () -> forms.finalise(id, 1, officer.password()))
                        .state())
                .isEqualTo(Status.FINAL);
        FormRecord signed = people.as(officer, () -> forms.form(id));
        assertThat(signed.state().finals().getLast().signed().signature().signer())
                .isEqualTo(officer.id());
        assertThat(signed.actions()).containsExactly(Action.REOPEN);
        assertThatThrownBy(() -> people.as(
                        officer, () -> forms.change(id, 2, new FormChange.ExplanationRecorded("i01", "late"))))
                .hasMessageContaining("LEDG-1006");
        ImportRecord again = received(where, "two-forms.txt", FormPagesTest.twoForms());
        assertThatThrownBy(() -> people.as(officer, () -> imports.take(again.id(), true)))
                .hasMessageContaining("PERF-1105");
        people.as(officer, () -> forms.change(id, 2, new FormChange.Reopened("a figure was wrong")));
        people.as(officer, () -> forms.change(id, 3, new FormChange.ExplanationRecorded("i01", "in time")));
        assertThat(people.as(officer, () -> forms.form(id)).state().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void the_same_project_and_year_is_refused_or_taken_as_a_new_version_as_asked() throws IOException {
        OrganisationId where = fresh();
        List<String> first = imported(where);
        ImportRecord again = received(where, "two-forms.txt", FormPagesTest.twoForms());
        assertThat(people.as(officer, () -> imports.existing(again))).hasSize(2);
        assertThatThrownBy(() -> people.as(officer, () -> imports.take(again.id(), false)))
                .hasMessageContaining("PERF-1104");
        List<String> taken =
                people.as(officer, () -> imports.take(again.id(), true)).forms();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(first);
        FormRecord record = people.as(officer, () -> forms.form(first.getFirst()));
        assertThat(record.state().length()).isEqualTo(2);
        assertThat(record.state().history().getLast().corrects())
                .isEqualTo(record.state().history().getFirst().fact());
        assertThatThrownBy(() -> people.as(officer, () -> imports.take(again.id(), true)))
                .hasMessageContaining("PERF-1102");
    }

    @Test
    void whoever_has_no_right_to_the_organisation_sees_and_changes_nothing() throws IOException {
        OrganisationId where = fresh();
        String id = imported(where).getFirst();
        Actor stranger = people.actor("stranger" + departments, fresh(), Role.FINANCE_OFFICER);
        Actor reader = people.actor("reader" + departments, where, Role.LEADER);
        assertThatThrownBy(() -> people.as(stranger, () -> forms.form(id))).hasMessageContaining("SHELL-1002");
        assertThatThrownBy(() -> people.as(stranger, () -> forms.figure(id, "i01")))
                .hasMessageContaining("SHELL-1002");
        assertThat(people.as(stranger, () -> forms.overview(OverviewQuery.of(2024), 50, 0))
                        .rows())
                .isEmpty();
        assertThat(people.as(reader, () -> forms.form(id)).actions()).isEmpty();
        assertThatThrownBy(() ->
                        people.as(reader, () -> forms.change(id, 1, new FormChange.ExplanationRecorded("i01", "no"))))
                .hasMessageContaining("SHELL-1002");
    }

    @Test
    void every_read_and_every_write_leaves_an_audit_record() throws IOException {
        OrganisationId where = fresh();
        String id = imported(where).getFirst();
        people.as(officer, () -> forms.form(id));
        people.as(officer, () -> forms.change(id, 1, new FormChange.ExplanationRecorded("i01", "why")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        people.as(officer, () -> {
            forms.export(id, "json", Locale.ENGLISH, out);
            return id;
        });
        List<String> actions = jdbc.sql(
                        "SELECT leaf::jsonb ->> 'kind' FROM evidence.fact f JOIN evidence.stream s ON s.id = f.stream "
                                + "WHERE s.name LIKE 'audit/%' AND leaf::jsonb -> 'body' ->> 'object' = ?")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(actions).contains("form.read", "explanation.recorded", "form.exported");
    }

    @Test
    void filters_sorting_and_paging_answer_what_was_asked() throws IOException {
        OrganisationId where = fresh();
        List<String> ids = imported(where);
        Actor reader = people.actor("list" + departments, where, Role.LEADER);
        OverviewQuery all = OverviewQuery.of(2024);
        assertThat(people.as(reader, () -> forms.overview(all, 1, 1)).rows()).hasSize(1);
        OverviewQuery best = new OverviewQuery(
                2024,
                null,
                "优",
                null,
                OverviewQuery.Evidence.MISSING,
                Status.DRAFT,
                "示例区",
                OverviewQuery.Order.SCORE,
                true);
        assertThat(people.as(reader, () -> forms.overview(best, 50, 0)).rows())
                .extracting(FormSummary::score)
                .map(Object::toString)
                .containsExactly("99.50", "98.00");
        Overview none = people.as(
                reader,
                () -> forms.overview(
                        new OverviewQuery(
                                2024, null, null, "V09", null, null, "目录", OverviewQuery.Order.PROJECT, false),
                        50,
                        0));
        assertThat(none.rows()).isEmpty();
        assertThat(none.totals().meanScore()).isNull();
        assertThat(people.as(reader, () -> forms.overview(all, 50, 0)).totals().forms())
                .isEqualTo(ids.size());
    }

    @Test
    void a_form_comes_back_from_every_export_that_can_be_read() throws IOException {
        String id = form(imported(fresh()), "机房");
        for (Map.Entry<String, String> format :
                Map.of("json", "form.json", "xlsx", "form.xlsx").entrySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            people.as(officer, () -> {
                forms.export(id, format.getKey(), Locale.SIMPLIFIED_CHINESE, out);
                return id;
            });
            ImportReport report = people.as(
                    officer, () -> imports.check(format.getValue(), new ByteArrayInputStream(out.toByteArray())));
            assertThat(report.details()).as(format.getKey()).isEmpty();
            assertThat(report.entries()).hasSize(1);
            assertThat(report.entries().getFirst().printed()).isEqualByComparingTo("98.00");
        }
    }
}
