package org.diban.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A start for the record: the server comes up, serves its first pages to itself and stops. The JVM writes its start cache from what it saw. */
@Component
@ConditionalOnBooleanProperty("diban.rehearsal")
class Rehearsal {
    private static final List<String> PAGES = List.of("/actuator/health", "/", "/login");

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void playThrough(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            int port = context.getWebServer().getPort();
            try (HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                for (String page : PAGES) {
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            }
        }
        System.exit(SpringApplication.exit(ready.getApplicationContext()));
    }
}
