package org.diban.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server on this machine that gives recorded answers and remembers what it was asked. */
final class RecordedServer implements AutoCloseable {
    static final String TOKEN = "dbn_recorded";

    private final HttpServer http;
    private final Map<String, Answer> answers = Collections.synchronizedMap(new HashMap<>());
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /**
     * An answer.
     *
     * @param promised the length that it promises
     */
    private record Answer(int status, String type, byte[] body, long promised) {}

    /** A request. */
    record Asked(String method, String address, String authorization, byte[] body) {}

    RecordedServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Answers an address, query and all. */
    RecordedServer on(String address, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answers.put(address, new Answer(status, type, bytes, bytes.length));
        return this;
    }

    /** Answers with less than was promised. */
    RecordedServer breaksOff(String address, String type, String body, long promised) {
        answers.put(address, new Answer(200, type, body.getBytes(StandardCharsets.UTF_8), promised));
        return this;
    }

    RecordedServer problem(String address, int status, String problems) {
        return on(
                address,
                status,
                "application/problem+json;charset=UTF-8",
                "{\"type\":\"urn:diban:problem:X\",\"status\":" + status + ",\"problems\":[" + problems + "]}");
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Runs the program in English against this server, with a token. */
    Session run(Object... arguments) {
        return Session.run(Map.of("LANG", "en_GB.UTF-8", "DIBAN_SERVER", address(), "DIBAN_TOKEN", TOKEN), arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().toString();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    address,
                    authorization == null ? "" : authorization,
                    exchange.getRequestBody().readAllBytes()));
            Answer answer = answers.get(address);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.promised());
            exchange.getResponseBody().write(answer.body());
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
