package org.diban.cli.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A server of Diban, as one command talks to it. Every method ends in a {@link ProblemException} when the server cannot be reached, breaks
 * off, answers with problems (those are handed on), or answers as Diban does not.
 */
public final class Server implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int MOST_BYTES = 64 << 20;
    private static final int BLOCK = 1 << 16;
    private static final int FAULTY = 422;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(10);

    private final URI base;
    private final @Nullable String token;
    private final HttpClient http;

    /**
     * @param base the address of the server, without a slash at its end
     * @param token who asks; {@code null} when only public addresses are asked for
     */
    Server(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** What stands at an address. */
    public JsonObject get(Address address) {
        return object(send(request(address, JSON).GET()));
    }

    /** The text at an address. */
    public byte[] text(Address address) {
        HttpResponse<InputStream> answer = send(request(address, "text/plain").GET());
        if (!succeeded(answer) || !type(answer).equals("text/plain")) {
            throw refusal(answer);
        }
        return bytes(answer);
    }

    /** Sends a file. An answer that finds fault with what is in it is an answer like others. */
    public JsonObject post(Address address, Path file) {
        try {
            return object(send(request(address, JSON)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))));
        } catch (FileNotFoundException e) {
            throw new ProblemException(CliProblem.UNREADABLE.problem(file, reason(e)), e);
        }
    }

    /**
     * Copies what stands at an address.
     *
     * @param type the media type that it must have
     * @return how many bytes it has
     * @throws IOException if writing fails
     */
    public long download(Address address, String type, OutputStream out) throws IOException {
        HttpResponse<InputStream> answer =
                send(request(address, type + ", " + PROBLEM).GET());
        if (!succeeded(answer) || !type(answer).equals(type)) {
            throw refusal(answer);
        }
        byte[] block = new byte[BLOCK];
        long length = 0;
        try (InputStream in = answer.body()) {
            for (int read = read(in, block); read >= 0; read = read(in, block)) {
                out.write(block, 0, read);
                length += read;
            }
        }
        return length;
    }

    /** What to say when an answer has not the members that it should. */
    ProblemException misunderstood(JsonException e) {
        return new ProblemException(CliProblem.NOT_DIBAN.problem(base, String.valueOf(e.getMessage())), e);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest.Builder request(Address address, String accepted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address.toString()))
                .timeout(TO_ANSWER)
                .header("Accept", accepted);
        if (address.needsToken()) {
            if (token == null) {
                throw CliProblem.NO_TOKEN.exception();
            }
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new ProblemException(CliProblem.UNREACHABLE.problem(base, reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CliProblem.UNREACHABLE.problem(base, reason(e)), e);
        }
    }

    private JsonObject object(HttpResponse<InputStream> answer) {
        boolean understood = succeeded(answer) || answer.statusCode() == FAULTY;
        if (!understood || !type(answer).equals(JSON)) {
            throw refusal(answer);
        }
        return json(answer);
    }

    private ProblemException refusal(HttpResponse<InputStream> answer) {
        if (!type(answer).equals(PROBLEM)) {
            try (InputStream unread = answer.body()) {
                return CliProblem.NOT_DIBAN.exception(base, "HTTP " + answer.statusCode() + " " + type(answer));
            } catch (IOException e) {
                return brokenOff(e);
            }
        }
        try {
            List<Problem> problems = Answers.problems(json(answer));
            return new ProblemException(problems);
        } catch (JsonException e) {
            return misunderstood(e);
        }
    }

    private JsonObject json(HttpResponse<InputStream> answer) {
        try {
            return JsonReader.readObject(bytes(answer));
        } catch (JsonException e) {
            throw misunderstood(e);
        }
    }

    private byte[] bytes(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw CliProblem.NOT_DIBAN.exception(base, "> " + MOST_BYTES + " B");
            }
            return bytes;
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private int read(InputStream in, byte[] block) {
        try {
            return in.read(block);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private ProblemException brokenOff(IOException e) {
        return new ProblemException(CliProblem.BROKEN_OFF.problem(base, reason(e)), e);
    }

    private static boolean succeeded(HttpResponse<?> answer) {
        return answer.statusCode() / 100 == 2;
    }

    /** The media type of an answer without its parameters; empty when it names none. */
    private static String type(HttpResponse<?> answer) {
        String header = answer.headers().firstValue("Content-Type").orElse("");
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
