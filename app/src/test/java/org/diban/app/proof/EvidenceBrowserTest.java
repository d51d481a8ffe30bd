package org.diban.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of the log in a real browser, in both languages and colours, on an office screen and on a phone. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = {"diban.evidence.sealing-pause=1h", "diban.sample=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceBrowserTest {
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final TestPeople people;
    private final EvidenceLog log;
    private final EvidenceFiles files;
    private final SealedLog sealed;
    private final TransactionTemplate transactions;
    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser chromium;
    private Actor supervisor;
    private Actor security;

    @Autowired
    EvidenceBrowserTest(
            TestPeople people,
            EvidenceLog log,
            EvidenceFiles files,
            SealedLog sealed,
            TransactionTemplate transactions) {
        this.people = people;
        this.log = log;
        this.files = files;
        this.sealed = sealed;
        this.transactions = transactions;
    }

    @BeforeAll
    void start() throws IOException {
        Path program = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            System.out.println("SKIPPED: no chromium here; install it to see the pages in a browser");
        }
        Assumptions.assumeTrue(program != null, "no chromium here");
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
        supervisor = people.actor("supervisor", people.district(), Role.SUPERVISOR);
        security = people.actor("security", people.district(), Role.SECURITY_ADMIN);
        fill();
    }

    private void fill() {
        String digest = transactions.execute(status -> {
            try {
                return files.store(new ByteArrayInputStream("日报".getBytes(StandardCharsets.UTF_8)), "application/pdf")
                        .digest();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 25; i++) {
                log.append("form/frm_example" + i, "form.opened", supervisor.id(), JsonObject.EMPTY);
            }
            JsonObject body = JsonObject.builder()
                    .put("indicator", "i02")
                    .put("value", "99.97")
                    .put("note", "拨测平台全年统计")
                    .put("file", digest)
                    .build();
            FactRef wrong = log.append("form/frm_example0", "figure.entered", supervisor.id(), body);
            log.correct(wrong, "figure.entered", supervisor.id(), body);
            log.appendAll(
                    "network/probe.minutes",
                    "probe.minute",
                    "system",
                    IntStream.range(0, 3000)
                            .mapToObj(
                                    i -> JsonObject.builder().put("lost", i % 7).build())
                            .iterator());
        });
        sealed.seal();
        transactions.executeWithoutResult(
                status -> log.append("form/frm_example0", "form.finalised", supervisor.id(), JsonObject.EMPTY));
        SealedLog.Sealed latest = sealed.seal().orElseThrow();
        SigningKey witness =
                SigningKey.generate("finance.example/witness", SignatureType.SM2_COSIGNATURE, new SecureRandom());
        sealed.addWitness(witness.verifierKey());
        sealed.cosign(
                latest.size(),
                witness.cosign(latest.checkpoint().note().text(), Instant.now(), new SecureRandom())
                        .line());
        transactions.executeWithoutResult(
                status -> log.append("form/frm_example0", "form.reopened", supervisor.id(), JsonObject.EMPTY));
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private Page page(Actor who, int width, int height, String language, boolean dark) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        String base = "http://127.0.0.1:" + port;
        context.addCookies(List.of(
                new Cookie("diban.session", who.session()).setUrl(base),
                new Cookie("diban.lang", language).setUrl(base),
                new Cookie("diban.theme", dark ? "dark" : "light").setUrl(base)));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
        if (page.locator("[data-plot]").count() > 0) {
            page.locator("[data-plot][data-drawn]").first().waitFor();
        }
        int overflow = ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        assertThat(overflow).as("%s is wider than the screen", page.url()).isLessThanOrEqualTo(0);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("proof-" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void every_page_is_whole_in_both_languages_and_colours_and_on_a_phone() {
        long newest = sealed.latest().orElseThrow().size();
        long older = sealed.checkpoints(newest, 1).getFirst().size();
        Map<String, String> pages = new java.util.LinkedHashMap<>();
        pages.put("log", "/evidence/log");
        pages.put("streams", "/evidence/streams");
        pages.put("stream", "/evidence/streams/network~probe.minutes/facts");
        pages.put("fact", "/evidence/streams/form~frm_example0/facts/1");
        pages.put("fact-waiting", "/evidence/streams/form~frm_example0/facts/4");
        pages.put("checkpoints", "/evidence/checkpoints");
        pages.put("checkpoint", "/evidence/checkpoints/" + newest + "?with=" + older);
        pages.put("keys", "/evidence/keys");
        pages.put("verify", "/evidence/verify");
        pages.put("how", "/evidence/how");
        pages.put("api", "/api");
        Page office = page(supervisor, 1366, 768, "zh", false);
        Page night = page(supervisor, 1366, 768, "en", true);
        Page phone = page(supervisor, 390, 844, "zh", false);
        pages.forEach((name, path) -> {
            open(office, path);
            picture(office, name);
            open(night, path);
            picture(night, "en-dark-" + name);
            open(phone, path);
            picture(phone, "phone-" + name);
        });
        Page administrator = page(security, 1366, 768, "zh", false);
        open(administrator, "/evidence/keys");
        administrator.locator("input[name=key]").fill("不是密钥");
        administrator.locator("main form button.primary").click();
        assertThat(administrator.locator(".field .error").innerText()).contains("EVLG-1008");
        picture(administrator, "keys-wrong");
        complaints.removeIf(text -> text.contains("422"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void from_the_list_of_streams_to_a_proved_fact_and_its_file() throws IOException {
        Page page = page(supervisor, 1366, 768, "zh", false);
        open(page, "/evidence/streams");
        page.locator("input[name=q]").last().fill("example0");
        page.keyboard().press("Enter");
        page.locator("td a", new Page.LocatorOptions().setHasText("form/frm_example0"))
                .click();
        page.locator("td a", new Page.LocatorOptions().setHasText("#2")).first().click();
        assertThat(page.locator(".notice.good").innerText()).contains("证明成立");
        Path proof = page.waitForDownload(
                        () -> page.locator(".actions a.primary").click())
                .path();
        assertThat(Files.readString(proof)).contains("diban-inclusion/1");
        Path file = page.waitForDownload(
                        () -> page.locator("a[href*='/files/sha256']").click())
                .path();
        assertThat(Files.readString(file)).isEqualTo("日报");
    }

    @Test
    void a_broken_bundle_is_told_apart_in_the_page() throws IOException {
        Path bundle = Files.createTempDirectory("bundle").resolve("broken.zip");
        Files.writeString(bundle, "PK nothing");
        Page page = page(supervisor, 1366, 768, "zh", false);
        open(page, "/evidence/verify");
        page.locator("input[type=file]").setInputFiles(bundle);
        page.locator("main form button.primary").click();
        assertThat(page.locator(".notice.bad").innerText()).contains("证明不成立", "broken.zip");
        picture(page, "verify-broken");
    }
}
