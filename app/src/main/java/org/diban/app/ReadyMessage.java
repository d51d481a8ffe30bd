package org.diban.app;

import java.util.Locale;
import org.diban.kernel.problem.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The line that says where the server can be reached. */
@Component
class ReadyMessage {
    private static final Text READY =
            new Text("底板已启动：http://{0}:{1}/  （Ctrl+C 停止）", "Diban is running at http://{0}:{1}/  (Ctrl+C stops it)");

    private final String address;
    private final Locale language;

    ReadyMessage(@Value("${server.address}") String address, @Value("${diban.language}") String language) {
        this.address = address;
        this.language = Locale.forLanguageTag(language);
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String port = String.valueOf(context.getWebServer().getPort());
            System.out.println(READY.with(address, port).in(language));
        }
    }
}
