package org.diban.app.jobs.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.app.access.internal.TestPeople.Actor;
import org.jspecify.annotations.Nullable;

/** What one person, or one token, asks of the server. */
final class Client {
    private static final Pattern META = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("diban\\.csrf=([^;]+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String header;
    private final String value;

    private Client(int port, String header, String value) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.header = header;
        this.value = value;
    }

    static Client of(int port, Actor actor) {
        return new Client(port, "Cookie", actor.cookie());
    }

    /** The same person with a further cookie. */
    Client with(String cookie) {
        return new Client(base.getPort(), header, value + "; " + cookie);
    }

    static Client ofToken(int port, String token) {
        return new Client(port, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).header(header, value).build(), BodyHandlers.ofString());
    }

    /** Sends a form, with the secret that the list of jobs gave. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.noBody());
        if (header.equals("Cookie")) {
            HttpResponse<String> page = get("/jobs");
            String secret = found(COOKIE, String.join(";", page.headers().allValues("Set-Cookie")));
            request.header("Cookie", value + "; diban.csrf=" + secret).header("X-CSRF-TOKEN", found(META, page.body()));
        } else {
            request.header(header, value);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Listens to a stream of events. */
    Events listen(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(request(path).header(header, value).build(), BodyHandlers.ofInputStream());
        return new Events(answer, new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    /** A stream of events as it arrives. */
    record Events(HttpResponse<InputStream> answer, BufferedReader lines) implements AutoCloseable {
        /** The next event; {@code null} when the stream has ended. */
        @Nullable
        Event next() throws IOException {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line, 6, line.length()).append('\n');
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(name, data.toString());
                }
            }
            return null;
        }

        /** The next event that tells of something. */
        Event until(String text) throws IOException {
            for (Event event = next(); event != null; event = next()) {
                if (event.data().contains(text)) {
                    return event;
                }
            }
            throw new AssertionError("the stream ended without " + text);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** One event. */
    record Event(String name, String data) {}
}
