package org.diban.app.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Files as they should not be: each is kept, refused with places and words, and leaves no form behind. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final TestPeople people;
    private final FormImports imports;
    private final JdbcClient jdbc;
    private OrganisationId department;
    private Actor officer;

    @Autowired
    BadInputTest(TestPeople people, FormImports imports, JdbcClient jdbc) {
        this.people = people;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void officer() {
        department = people.department("测试部门");
        officer = people.actor("officer", department, Role.FINANCE_OFFICER);
    }

    /** What is wrong, how the good file becomes it, and the line that a problem must name; 0 for none. */
    enum Fault {
        TRUNCATED(text -> text.substring(0, text.indexOf("满意度指标")), 0),
        DUPLICATED(text -> text + text, 46),
        TOTALS_DO_NOT_ADD_UP(text -> text.replace("100.00\t98.00", "100.00\t97.00"), 19),
        WEIGHTS_ARE_NOT_100(text -> text.replaceFirst("20.00\t20.00", "25.00\t20.00"), 0),
        PERCENTAGE_OF_130(text -> text.replaceFirst("99\\.95\\(%\\)", "130.00(%)"), 16),
        NOT_A_NUMBER(text -> text.replaceFirst("120\\.00", "一百二十"), 8),
        NO_FORM(text -> "只是一些文字\n没有表\n", 0);

        private final UnaryOperator<String> spoil;
        private final int line;

        Fault(UnaryOperator<String> spoil, int line) {
            this.spoil = spoil;
            this.line = line;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_faulty_file_is_refused_with_the_place_and_kept(Fault fault) throws IOException {
        String good = new String(FormPagesTest.twoForms(), StandardCharsets.UTF_8);
        String bad = fault.spoil.apply(good);
        assertThat(bad).isNotEqualTo(good);
        ImportRecord record = rejected("spoilt.txt", bad.getBytes(StandardCharsets.UTF_8));
        if (fault.line > 0) {
            assertThat(report(record).details())
                    .anyMatch(problem -> problem.location().line() == fault.line);
        }
    }

    @Test
    void a_file_in_neither_encoding_is_refused() throws IOException {
        byte[] broken = FormPagesTest.twoForms();
        broken[100] = (byte) 0xff;
        broken[101] = (byte) 0xff;
        rejected("broken.txt", broken);
    }

    @Test
    void gb18030_is_taken_like_utf_8() throws IOException {
        byte[] gb = new String(FormPagesTest.twoForms(), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
        ImportRecord record = received("gb18030.txt", gb);
        assertThat(record.state()).isEqualTo(ImportRecord.State.CHECKED);
        assertThat(report(record).forms()).isEqualTo(2);
    }

    @Test
    void a_zip_bomb_is_refused_before_it_unpacks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        rejected("bomb.xlsx", bytes.toByteArray());
    }

    @Test
    void markup_and_formulas_in_cells_stay_words() throws IOException {
        String text = new String(FormPagesTest.twoForms(), StandardCharsets.UTF_8)
                .replace("业务连续性", "=cmd|'/c calc'!A1<script>alert(1)</script>");
        ImportRecord record = received("formula.txt", text.getBytes(StandardCharsets.UTF_8));
        assertThat(report(record).problems() + report(record).forms()).isPositive();
        assertThat(report(record).toString()).doesNotContain("Exception");
    }

    private static ImportReport report(ImportRecord record) {
        return Objects.requireNonNull(record.report(), "a checked file has a report");
    }

    private ImportRecord received(String name, byte[] bytes) {
        return people.as(officer, () -> imports.receive(department.value(), name, new ByteArrayInputStream(bytes)));
    }

    private ImportRecord rejected(String name, byte[] bytes) throws IOException {
        long forms = jdbc.sql("SELECT count(*) FROM performance.form")
                .query(Long.class)
                .single();
        ImportRecord record = received(name, bytes);
        assertThat(record.state()).isEqualTo(ImportRecord.State.REJECTED);
        assertThat(report(record).details()).isNotEmpty();
        for (Problem problem : report(record).details()) {
            assertThat(problem.location().file()).startsWith(name);
            assertThat(problem.message().zh()).isNotBlank();
            assertThat(problem.message().en()).isNotBlank();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        people.as(officer, () -> {
            imports.copyFile(record.id(), kept);
            return record;
        });
        assertThat(kept.toByteArray()).isEqualTo(bytes);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> people.as(officer, () -> imports.take(record.id(), false)))
                .hasMessageContaining("PERF-1103");
        assertThat(jdbc.sql("SELECT count(*) FROM performance.form")
                        .query(Long.class)
                        .single())
                .isEqualTo(forms);
        return record;
    }
}
