package org.diban.cli.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A place on a server, below its address.
 *
 * @param path the path, encoded, with a leading slash
 * @param query the query, encoded; empty for none
 */
public record Address(String path, String query) {
    private static final String API = "/api/";

    /** The address of a path of these steps, each of which may hold any character. */
    public static Address of(Object... steps) {
        StringBuilder path = new StringBuilder();
        for (Object step : steps) {
            path.append('/').append(encoded(step.toString()));
        }
        return new Address(path.toString(), "");
    }

    /** The address of something below {@code /api/v1}. */
    public static Address api(Object... steps) {
        return new Address("/api/v1" + of(steps).path, "");
    }

    /** The same place with one thing more in the query; unchanged when the value is empty or {@code null}. */
    public Address with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        String pair = name + "=" + encoded(value.toString());
        return new Address(path, query.isEmpty() ? pair : query + "&" + pair);
    }

    /** Whether the server asks for a token there. */
    boolean needsToken() {
        return path.startsWith(API);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
