package org.diban.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.diban.app.database.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class StartTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void health_is_for_everybody() throws Exception {
        HttpResponse<String> answer = get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"");
    }

    @Test
    void metrics_are_not_for_everybody() throws Exception {
        assertThat(get("/actuator/prometheus").statusCode()).isIn(401, 403);
    }

    @Test
    void the_database_runs_on_the_built_in_locale_and_is_durable() {
        assertThat(jdbc.sql("SELECT current_setting('fsync')")
                        .query(String.class)
                        .single())
                .isEqualTo("on");
        assertThat(jdbc.sql("SELECT datlocale FROM pg_database WHERE datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("C.UTF-8");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
