package org.diban.app.shell;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of the machine, started once per JVM. Where there is none the test is skipped, and the reason is printed.
 *
 * <p>A {@link Visit} collects what the browser complains about – errors on the console, refused by the content security policy or not,
 * exceptions of scripts, requests that failed or were answered with 400 or more – and fails when it is closed.
 */
public final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final class Running {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(FLAGS));
    }

    private Chromium() {}

    /** Skips the test where there is no chromium. */
    public static void require() {
        boolean there = executable().isPresent();
        if (!there) {
            System.out.println(
                    "SKIPPED: no chromium on this machine; install the package chromium to run the browser tests");
        }
        Assumptions.assumeTrue(there, "no chromium");
    }

    private static Optional<Path> executable() {
        Stream<Path> places = Stream.concat(
                Stream.of(Path.of("/usr/bin/chromium")),
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(Path.of(folder)::resolve)));
        return places.filter(Files::isExecutable).findFirst();
    }

    /** How a page is looked at. */
    public record View(String name, int width, int height, boolean phone) {
        /** The screen of an office. */
        public static final View OFFICE = new View("office", 1366, 768, false);
        /** A phone, held upright. */
        public static final View PHONE = new View("phone", 390, 844, true);
    }

    /** Opens a window for somebody. The session is the secret of one, empty for nobody. */
    public static Visit visit(int port, String session, View view, String language, boolean dark) {
        BrowserContext context = Running.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(view.width(), view.height())
                .setHasTouch(view.phone())
                .setIsMobile(view.phone()));
        String base = "http://127.0.0.1:" + port;
        List<Cookie> cookies = new ArrayList<>();
        cookies.add(new Cookie("diban.lang", language).setUrl(base));
        cookies.add(new Cookie("diban.theme", dark ? "dark" : "light").setUrl(base));
        if (!session.isEmpty()) {
            cookies.add(new Cookie("diban.session", session).setUrl(base));
        }
        context.addCookies(cookies);
        return new Visit(context, base);
    }

    /** A window, and what the browser complained about in it. Not safe for several threads. */
    public static final class Visit implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final String base;
        private final List<String> complaints = new ArrayList<>();
        private int expected;

        private Visit(BrowserContext context, String base) {
            this.context = context;
            this.base = base;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add("console: " + message.text());
                }
            });
            page.onPageError(error -> complaints.add("script: " + error));
            page.onRequestFailed(request -> {
                // Leaving a page, or saving a file, cancels a request: that is no failure of ours.
                if (!"net::ERR_ABORTED".equals(request.failure())) {
                    complaints.add("request: " + request.url() + " " + request.failure());
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400 && response.status() != expected) {
                    complaints.add("response: " + response.status() + " " + response.url());
                }
            });
        }

        /** The page. */
        public Page page() {
            return page;
        }

        /** Goes to an address of the application. */
        public Visit go(String path) {
            page.navigate(base + path);
            return this;
        }

        /** Lets answers with a status, and the browser's remark about them, pass from now on. */
        public Visit expect(int status) {
            this.expected = status;
            return this;
        }

        /** Writes what is seen to {@code target/screenshots}. */
        public Visit shoot(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
            return this;
        }

        /** Whether anything is wider than the window. */
        public boolean isCutOff() {
            return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1");
        }

        @Override
        public void close() {
            context.close();
            List<String> unexpected = complaints.stream()
                    .filter(c -> expected == 0 || !c.contains("status of " + expected))
                    .toList();
            if (!unexpected.isEmpty()) {
                throw new AssertionError("the browser complained: " + unexpected);
            }
        }
    }
}
