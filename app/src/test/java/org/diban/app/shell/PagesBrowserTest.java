package org.diban.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.diban.app.access.AccessSetup;
import org.diban.app.access.AccessSetup.NewGrant;
import org.diban.app.access.AccessSetup.NewOrganisation;
import org.diban.app.access.AccessSetup.NewPerson;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.shell.Chromium.View;
import org.diban.app.shell.Chromium.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The frame and the pages of access in a real browser: nothing is refused, nothing is cut off, keys and drawers work. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private AccessSetup setup;

    private OrganisationId district;
    private Actor system;
    private Actor auditor;
    private Actor plain;

    @BeforeAll
    void fill() {
        Chromium.require();
        district = people.district();
        setup.nameDistrict("示例区", "Sample District", "310199000000");
        List<NewOrganisation> organisations = new ArrayList<>();
        for (int street = 1; street <= 4; street++) {
            String code = "31019900%d000".formatted(street);
            organisations.add(new NewOrganisation(
                    null, Organisation.Kind.STREET, "示例" + "甲乙丙丁".charAt(street - 1) + "街道", "Street " + street, code));
            for (int place = 1; place <= 3; place++) {
                organisations.add(new NewOrganisation(
                        code,
                        Organisation.Kind.NEIGHBOURHOOD,
                        "第" + place + "居委会",
                        "Neighbourhood " + place,
                        "31019900%d00%d".formatted(street, place)));
            }
        }
        organisations.add(new NewOrganisation(null, Organisation.Kind.DEPARTMENT, "大数据中心", "Big-data centre", null));
        OrganisationId centre = setup.addOrganisations(organisations).getLast();
        List<NewPerson> staff = new ArrayList<>();
        Role[] roles = {Role.FINANCE_OFFICER, Role.PROJECT_OFFICER, Role.ASSESSOR, Role.SUPERVISOR, Role.LEADER};
        for (int i = 0; i < 24; i++) {
            staff.add(new NewPerson(
                    "user%02d".formatted(i),
                    "示例人员%02d".formatted(i),
                    centre,
                    i % 6 == 5 ? List.of() : List.of(new NewGrant(roles[i % 6], centre))));
        }
        setup.addPeople(staff);
        system = people.actor("sys-browser", district, Role.SYSTEM_ADMIN);
        plain = people.actor("plain-browser", district);
        auditor = people.auditor();
    }

    @Test
    void pages_fit_in_both_languages_colours_and_sizes() {
        record Shot(String name, String path, Actor actor) {}
        List<Shot> shots = List.of(
                new Shot("login", "/login", new Actor("", "", "", "")),
                new Shot("start-empty", "/", plain),
                new Shot("people", "/people", system),
                new Shot("person", "/people/" + plain.id(), system),
                new Shot("person-new", "/people/new", system),
                new Shot("organisations", "/organisations", system),
                new Shot("profile", "/profile", system),
                new Shot("second-factor", "/second-factor", system),
                new Shot("consents", "/consents", auditor),
                new Shot("audit", "/audit", auditor));
        List<String> cutOff = new ArrayList<>();
        for (View view : List.of(View.OFFICE, View.PHONE)) {
            for (String language : List.of("zh", "en")) {
                for (boolean dark : new boolean[] {false, true}) {
                    for (Shot shot : shots) {
                        String name = String.join("-", shot.name(), view.name(), language, dark ? "dark" : "light");
                        try (Visit visit = Chromium.visit(port, shot.actor().session(), view, language, dark)) {
                            visit.go(shot.path());
                            if (shot.name().equals("audit")) {
                                visit.page().locator("[data-plot][data-drawn]").waitFor();
                            }
                            assertThat(visit.page().locator("html").getAttribute("data-theme"))
                                    .isEqualTo(dark ? "dark" : "light");
                            visit.shoot(name);
                            if (visit.isCutOff()) {
                                cutOff.add(name);
                            }
                        }
                    }
                }
            }
        }
        assertThat(cutOff).as("wider than the window").isEmpty();
    }

    @Test
    void somebody_signs_in_is_made_to_choose_a_password_and_signs_out() {
        String oneTime = setup.addPeople(List.of(new NewPerson("newcomer", "新来者", district, List.of())))
                .getFirst()
                .oneTimePassword();
        try (Visit visit = Chromium.visit(port, "", View.OFFICE, "zh", false).expect(422)) {
            visit.go("/people");
            assertThat(visit.page().url()).contains("/login?to=%2Fpeople");
            signIn(visit, "newcomer", "wrong");
            assertThat(visit.page().locator(".notice.bad").innerText()).contains("ACC-1002");
            signIn(visit, "newcomer", oneTime);
            assertThat(visit.page().url()).endsWith("/password");
            visit.page().locator("[name=present]").fill(oneTime);
            visit.page().locator("[name=wanted]").fill("short");
            visit.page().locator("[name=again]").fill("short");
            visit.page().locator("main .primary").click();
            assertThat(visit.page().locator(".field.wrong").count()).isEqualTo(1);
            visit.shoot("password-errors");
            visit.page().locator("[name=present]").fill(oneTime);
            visit.page().locator("[name=wanted]").fill("Long-enough-9");
            visit.page().locator("[name=again]").fill("Long-enough-9");
            visit.page().locator("main .primary").click();
            visit.page().locator(".note").waitFor();
            assertThat(visit.page().locator(".empty h2").innerText()).isEqualTo("还没有可用的功能");
            visit.page().locator(".bar details.menu summary").click();
            visit.page().locator(".bar form[action='/logout'] button").click();
            assertThat(visit.page().url()).endsWith("/login");
        }
    }

    private static void signIn(Visit visit, String login, String password) {
        visit.page().locator("[name=login]").fill(login);
        visit.page().locator("[name=password]").fill(password);
        visit.page().locator("main .primary").click();
    }

    @Test
    void keys_search_drawer_and_undo_work() {
        try (Visit visit = Chromium.visit(port, system.session(), View.OFFICE, "zh", false)) {
            visit.go("/organisations");
            visit.page().keyboard().press("?");
            assertThat(visit.page().locator("dialog.keys").isVisible()).isTrue();
            visit.page().keyboard().press("Escape");
            visit.page().keyboard().press("/");
            visit.page().keyboard().type("丙街道");
            visit.page().keyboard().press("Enter");
            visit.page().locator("main .panel a").first().click();
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("示例丙街道");
            visit.go("/organisations");
            Locator street = visit.page().getByText("示例乙街道");
            street.click();
            Locator drawer = visit.page().locator("dialog.drawer[open]");
            drawer.locator("h1").waitFor();
            visit.shoot("drawer");
            drawer.locator("select[name=parent]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("\u3000示例丙街道"));
            drawer.locator("form[action$='/move'] button").click();
            visit.page().locator(".note form button").waitFor();
            visit.shoot("undo");
            visit.page().locator(".note form button").click();
            visit.page().locator(".note").waitFor();
            assertThat(visit.page().locator(".tree > details > ul > li").count())
                    .isEqualTo(5);
        }
    }

    @Test
    void language_and_colours_are_kept_and_lists_filter_sort_and_export() {
        try (Visit visit = Chromium.visit(port, system.session(), View.OFFICE, "zh", false)) {
            visit.go("/people?role=ASSESSOR");
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(4);
            visit.page().locator(".only-wide button[name=language]").click();
            assertThat(visit.page().url()).endsWith("/people?role=ASSESSOR");
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("People");
            visit.page().locator(".only-wide button[name=theme]").click();
            assertThat(visit.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
            visit.page().locator("th a").nth(1).click();
            assertThat(visit.page().url()).contains("sort=login").contains("role=ASSESSOR");
            assertThat(visit.page().locator("tbody tr").first().innerText()).contains("user02");
            Locator export = visit.page().locator("details.menu").filter(new Locator.FilterOptions().setHasText("CSV"));
            export.locator("summary").click();
            Download file =
                    visit.page().waitForDownload(() -> export.getByText("CSV").click());
            assertThat(file.suggestedFilename()).isEqualTo("people.csv");
            assertThat(file.path()).content().contains("user02", "user20").doesNotContain("user03");
        }
    }

    @Test
    void refusals_and_missing_pages_say_what_to_do() {
        try (Visit visit =
                Chromium.visit(port, plain.session(), View.OFFICE, "zh", false).expect(403)) {
            visit.go("/audit").shoot("denied");
            assertThat(visit.page().locator("main").innerText()).contains("没有权限", "SHELL-1002");
        }
        try (Visit visit =
                Chromium.visit(port, plain.session(), View.PHONE, "en", true).expect(404)) {
            visit.go("/no-such-page").shoot("not-found");
            assertThat(visit.page().locator("main").innerText()).contains("Page not found", "SHELL-1001");
        }
    }

    @Test
    void a_phone_opens_the_navigation_and_shows_lists_as_cards() {
        try (Visit visit = Chromium.visit(port, system.session(), View.PHONE, "zh", false)) {
            visit.go("/people");
            assertThat(visit.page().locator(".side").isVisible()).isFalse();
            visit.page().locator(".burger").click();
            assertThat(visit.page().locator(".side").isVisible()).isTrue();
            visit.shoot("phone-navigation");
            assertThat(visit.page().locator("thead").isVisible()).isFalse();
            for (Locator target : visit.page()
                    .locator("header.bar a, header.bar summary, main .button")
                    .all()) {
                if (target.isVisible()) {
                    assertThat(target.boundingBox().height)
                            .as(target.innerText())
                            .isGreaterThanOrEqualTo(40);
                }
            }
        }
    }
}
