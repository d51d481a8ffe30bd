package org.diban.app.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Asks every address that any controller answers, as everybody: nobody, somebody without a role, a holder of each role, and a token. Who is let
 * in is written down in {@code routes/*.txt}: a line is a method, a pattern and after a colon who may: {@code everybody}, {@code signed-in},
 * {@code nobody} or roles.
 */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkTest {
    private static final Pattern META = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("diban\\.csrf=([^;]+)");

    /** Whoever asks: the header that says who they are, and what a line must name to let them in. */
    private record Asker(String name, String header, String value, Set<String> names) {}

    private final TestPeople people;
    private final ProfileService profile;
    private final Collection<RequestMappingInfoHandlerMapping> mappings;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Asker> askers = new ArrayList<>();

    @LocalServerPort
    private int port;

    private String csrfCookie = "";
    private String csrfHeader = "";

    @Autowired
    RouteWalkTest(TestPeople people, ProfileService profile, List<RequestMappingInfoHandlerMapping> mappings) {
        this.people = people;
        this.profile = profile;
        this.mappings = mappings;
    }

    @BeforeAll
    void meetEverybody() throws Exception {
        HttpResponse<String> login =
                client.send(HttpRequest.newBuilder(uri("/login")).build(), HttpResponse.BodyHandlers.ofString());
        csrfHeader = found(META, login.body());
        csrfCookie = found(COOKIE, String.join(";", login.headers().allValues("Set-Cookie")));
        OrganisationId district = people.district();
        askers.add(new Asker("nobody", "X-Nobody", "-", Set.of("everybody")));
        askers.add(person("no-role", people.actor("plain", district), Set.of("everybody", "signed-in")));
        for (Role role : Role.values()) {
            if (role != Role.AUDIT_ADMIN) {
                String login1 =
                        "r-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                askers.add(person(
                        role.name(),
                        people.actor(login1, district, role),
                        Set.of("everybody", "signed-in", role.name())));
            }
        }
        askers.add(person("AUDIT_ADMIN", people.auditor(), Set.of("everybody", "signed-in", "AUDIT_ADMIN")));
        Actor officer = people.actor("token-owner", district, Role.SUPERVISOR);
        String token =
                people.as(officer, () -> profile.createToken("walk", List.copyOf(Role.SUPERVISOR.permissions()), 1));
        askers.add(new Asker(
                "token", "Authorization", "Bearer " + token, Set.of("everybody", "signed-in", "SUPERVISOR", "token")));
    }

    private static Asker person(String name, Actor actor, Set<String> names) {
        return new Asker(name, "Cookie", actor.cookie(), names);
    }

    @Test
    void everybody_gets_the_answer_that_is_written_down() throws Exception {
        Map<String, Set<String>> expected = table();
        Map<String, Set<String>> handled = handled();
        assertThat(handled.keySet())
                .as("addresses that no line of routes/*.txt tells about")
                .isSubsetOf(expected.keySet());
        assertThat(expected.keySet())
                .as("lines about addresses that nobody answers")
                .isSubsetOf(handled.keySet());
        List<String> wrong = new ArrayList<>();
        List<String> last =
                handled.keySet().stream().filter(r -> r.equals("POST /logout")).toList();
        List<String> routes = new ArrayList<>(handled.keySet());
        routes.removeAll(last);
        routes.addAll(last);
        for (String route : routes) {
            for (Asker asker : askers) {
                check(route, asker, expected.getOrDefault(route, Set.of()), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        System.out.println("walked " + routes.size() + " addresses as " + askers.size() + " askers");
    }

    private void check(String route, Asker asker, Set<String> who, List<String> wrong) throws Exception {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replaceAll("\\{format:[^}]*}", "csv")
                .replaceAll("\\{\\*?[^}]*}", "x")
                .replaceAll("/\\*\\*$", "/x");
        boolean machine = path.startsWith("/api/") || path.startsWith("/actuator");
        boolean isToken = asker.name().equals("token");
        if (who.contains("nobody")) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("X-CSRF-TOKEN", csrfHeader)
                .header(
                        "Cookie",
                        asker.header().equals("Cookie")
                                ? asker.value() + "; diban.csrf=" + csrfCookie
                                : "diban.csrf=" + csrfCookie);
        if (!asker.header().equals("Cookie")) {
            request.header(asker.header(), asker.value());
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        int status = answer.statusCode();
        boolean toLogin = status == 303
                && answer.headers().firstValue("Location").orElse("").startsWith("/login");
        // A token counts for the API alone; to a page it is nobody.
        Set<String> names = isToken && !machine ? Set.of("everybody") : asker.names();
        boolean signedIn = names.contains("signed-in");
        boolean may = names.stream().anyMatch(who::contains);
        String got = status + (toLogin ? " to sign in" : "");
        String wanted;
        boolean right;
        if (may) {
            wanted = "an answer";
            right = status != 401 && status != 403 && status < 500 && (!toLogin || path.equals("/logout"));
        } else if (signedIn) {
            wanted = "403";
            right = status == 403;
        } else {
            wanted = machine ? "401" : "to sign in";
            right = machine ? status == 401 : toLogin;
        }
        if (!right) {
            wrong.add(route + " as " + asker.name() + ": " + got + ", expected " + wanted);
        }
    }

    /** The addresses of all controllers, Spring Boot's own included. */
    private Map<String, Set<String>> handled() {
        Map<String, Set<String>> handled = new TreeMap<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<String> methods = new TreeSet<>();
                info.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name()));
                if (methods.isEmpty()) {
                    methods.add("GET");
                }
                for (String pattern : info.getPatternValues()) {
                    methods.forEach(method -> handled.put(method + " " + pattern, Set.of()));
                }
            }
        }
        return handled;
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.txt")) {
            for (String line :
                    file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.lastIndexOf(" : ");
                    table.put(
                            line.substring(0, colon).strip(),
                            Set.copyOf(Arrays.asList(
                                    line.substring(colon + 3).strip().split(" +", -1))));
                }
            }
        }
        return table;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
