package org.diban.app.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.shell.Chromium;
import org.diban.app.shell.Chromium.View;
import org.diban.app.shell.Chromium.Visit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The way of a finance officer in a real browser: import, overview, form, drawer, figure with a file, signature, export. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormBrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @LocalServerPort
    private int port;

    private final TestPeople people;
    private Actor officer;
    private OrganisationId department;

    @Autowired
    FormBrowserTest(TestPeople people) {
        this.people = people;
    }

    @BeforeAll
    void start() throws IOException {
        Chromium.require();
        Files.createDirectories(PICTURES);
        department = people.department("示例数据中心");
        officer = people.actor("clerk", department, Role.FINANCE_OFFICER, Role.ASSESSOR);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("performance-" + name + ".png"))
                .setFullPage(whole));
    }

    @Test
    void a_finance_officer_goes_from_file_to_signed_form() throws IOException {
        try (Visit visit = Chromium.visit(port, officer.session(), View.OFFICE, "zh", false)) {
            String form = work(visit);
            for (String path : List.of(
                    "/forms?year=2024",
                    form,
                    form + "/figures/i02",
                    form + "/versions",
                    "/imports",
                    "/measures",
                    "/measures/AVAIL",
                    "/forms/years")) {
                for (String language : List.of("zh", "en")) {
                    for (boolean dark : new boolean[] {false, true}) {
                        look(View.OFFICE, language, dark, path);
                        look(View.PHONE, language, dark, path);
                    }
                }
            }
        }
    }

    private void look(View view, String language, boolean dark, String path) {
        try (Visit visit = Chromium.visit(port, officer.session(), view, language, dark)) {
            visit.go(path);
            if (visit.page().locator("[data-plot]").count() > 0) {
                visit.page().locator("[data-plot][data-drawn]").first().waitFor();
            }
            assertThat(visit.isCutOff()).as(path + " " + view.name()).isFalse();
            String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9]", "");
            String name = last.startsWith("frm") ? "form" : last;
            picture(visit.page(), name + "-" + view.name() + "-" + language + (dark ? "-dark" : ""), true);
        }
    }

    /** From the file to the signed form; tells the path of the form. */
    private String work(Visit visit) throws IOException {
        Page page = visit.page();
        page.navigate(at("/forms"));
        picture(page, "empty", false);
        page.navigate(at("/imports"));
        Path file = Files.createTempDirectory("forms").resolve("two-forms.txt");
        Files.write(file, FormPagesTest.twoForms());
        page.locator("input[type=file]").setInputFiles(file);
        page.locator("select[name=organisation]").selectOption(department.value());
        picture(page, "import", false);
        page.locator("main form button.primary").click();
        picture(page, "preview", true);
        page.locator("form[action$='/take'] button").click();
        page.navigate(at("/forms?year=2024"));
        page.locator("[data-plot=score][data-drawn]").waitFor();
        picture(page, "overview", true);
        page.locator("td.project a", new Page.LocatorOptions().setHasText("机房")).click();
        String form = page.url();
        picture(page, "form", true);

        page.locator("#i02 a.actual").click();
        Locator drawer = page.locator("dialog.drawer[open]");
        drawer.waitFor();
        picture(page, "drawer", false);
        drawer.locator("summary", new Locator.LocatorOptions().setHasText("填报数字"))
                .click();
        drawer.locator("input[name=numerator]").fill("52690");
        drawer.locator("input[name=denominator]").fill("52704");
        drawer.locator("textarea[name=note]").fill("拨测平台全年统计");
        Path proof = file.resolveSibling("availability.txt");
        Files.writeString(proof, "52690 of 52704 minutes", StandardCharsets.UTF_8);
        drawer.locator("input[type=file]").setInputFiles(proof);
        picture(page, "entry", false);
        drawer.locator("button.primary").click();
        page.waitForURL(form + "#i02");
        assertThat(page.locator("#i02 a.actual").innerText()).contains("◐", "99.97(%)");
        picture(page, "entered", false);

        page.navigate(form + "/versions");
        picture(page, "versions", true);
        page.navigate(form + "/edit");
        picture(page, "edit", true);
        page.navigate(form + "/finalise");
        visit.expect(422);
        page.locator("input[name=password]").fill("wrong");
        page.locator("button.primary").click();
        assertThat(page.locator(".field .error").innerText()).contains("ACC-1005");
        picture(page, "finalise", false);
        page.locator("input[name=password]").fill(officer.password());
        page.locator("button.primary").click();
        page.waitForURL(form);
        assertThat(page.locator(".strip").innerText()).contains("已定稿");
        picture(page, "final", false);
        for (String format : List.of("xlsx", "docx", "pdf", "json")) {
            page.locator("details.menu summary", new Page.LocatorOptions().setHasText("导出"))
                    .click();
            Path exported = page.waitForDownload(() ->
                            page.locator("a[href$='/export/" + format + "']").click())
                    .path();
            Files.copy(exported, PICTURES.resolve("form." + format), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(Files.size(exported)).as(format).isGreaterThan(500);
            page.keyboard().press("Escape");
        }
        return form.substring(form.indexOf("/forms/"));
    }
}
