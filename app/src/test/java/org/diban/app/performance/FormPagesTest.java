package org.diban.app.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The way of a finance officer through the pages, without scripts. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormPagesTest {
    @LocalServerPort
    private int port;

    private final TestPeople people;
    private OrganisationId department;
    private Actor officer;
    private Browser browser;

    @Autowired
    FormPagesTest(TestPeople people) {
        this.people = people;
    }

    @BeforeAll
    void signIn() {
        department = people.department("测试数据中心");
        officer = people.actor("finance", department, Role.FINANCE_OFFICER, Role.ASSESSOR);
        browser = new Browser(port, officer);
    }

    static byte[] twoForms() throws IOException {
        try (InputStream in = FormPagesTest.class.getResourceAsStream("/performance/two-forms.txt")) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_file_becomes_forms_that_the_overview_lists() throws IOException {
        HttpResponse<String> sent =
                browser.upload("/imports", Map.of("organisation", department.value()), "file", "two.txt", twoForms());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String preview = sent.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(preview).body()).contains("2 张自评表", "0 处与计算不一致", "1 处得分比计算值低");
        HttpResponse<String> taken = browser.post(preview + "/take", Map.of());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        HttpResponse<String> overview = browser.get("/forms?year=2024");
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("示例区机房巡检项目", "示例区数据目录项目", "98.00", "99.50");
        Matcher link = Pattern.compile("/forms/(frm_[0-9a-z]+)\">示例区机房").matcher(overview.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> form = browser.get("/forms/" + link.group(1));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        assertThat(form.body()).contains("财政项目支出绩效自评表", "99.95(%)", "计算 30.00");
        for (String indicator : List.of("i01", "i02", "i03", "i04")) {
            HttpResponse<String> figure = browser.get("/forms/" + link.group(1) + "/figures/" + indicator);
            assertThat(figure.statusCode()).as(figure.body()).isEqualTo(200);
        }
        for (String page : List.of("versions", "edit", "finalise")) {
            HttpResponse<String> answer = browser.get("/forms/" + link.group(1) + "/" + page);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void the_eleven_forms_of_the_district_arrive_as_they_were_printed() throws IOException {
        byte[] seed = Files.readAllBytes(DistrictData.require("seed/000_1b2e574df5a7d62c.txt"));
        OrganisationId centre = people.department("大数据中心");
        Browser chief = new Browser(port, people.actor("chief", centre, Role.FINANCE_OFFICER));
        HttpResponse<String> sent =
                chief.upload("/imports", Map.of("organisation", centre.value()), "file", "seed.txt", seed);
        String preview = sent.headers().firstValue("Location").orElseThrow();
        assertThat(chief.get(preview).body()).contains("11 张自评表、841 个单元格，0 处与计算不一致", "49 处得分");
        assertThat(chief.post(preview + "/take", Map.of()).statusCode()).isEqualTo(303);
        String overview = chief.get("/forms?year=2024&size=50").body();
        assertThat(overview).contains("92.41", "94.36", "95.87").doesNotContain("示例区");
    }

    @Test
    void every_page_answers_in_both_languages() {
        for (String path : List.of("/forms", "/forms/years", "/imports", "/measures", "/measures/AVAIL")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
            HttpResponse<String> english = browser.get(path, "Cookie", "diban.lang=en; " + officer.cookie());
            assertThat(english.statusCode()).as(path).isEqualTo(200);
        }
    }
}
