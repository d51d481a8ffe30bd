package org.diban.app.proof.internal;

import org.diban.app.access.Permission;
import org.diban.app.shell.Route;
import org.diban.app.shell.Route.Admission;
import org.diban.app.shell.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/**
 * The addresses of the log. What the public feed shows is open to everybody who is signed in. Pages of streams are so too as far as the table
 * goes: which right they need depends on the stream, and {@link Sight} asks for it.
 */
@Configuration(proxyBeanMethods = false)
@Import(ProofNavigation.class)
class ProofRoutes {
    private static final String API = "/api/v1/evidence";

    @Bean
    Routes proofAddresses() {
        return Routes.of(
                page("/evidence/log"),
                page("/evidence/streams"),
                page("/evidence/streams.{format:csv|xlsx}"),
                page("/evidence/streams/{stream}/facts"),
                page("/evidence/streams/{stream}/facts.{format:csv|xlsx}"),
                page("/evidence/streams/{stream}/facts/{seq}"),
                page("/evidence/streams/{stream}/facts/{seq}/proof"),
                page("/evidence/streams/{stream}/facts/{seq}/files/{digest}"),
                page("/evidence/checkpoints"),
                page("/evidence/checkpoints.{format:csv|xlsx}"),
                page("/evidence/checkpoints/{size}"),
                Route.of(HttpMethod.POST, "/evidence/checkpoints/{size}/cosignatures", Admission.SIGNED_IN),
                page("/evidence/keys"),
                Route.post("/evidence/keys", Permission.GRANT_EDIT),
                page("/evidence/verify"),
                Route.of(HttpMethod.POST, "/evidence/verify", Admission.SIGNED_IN),
                page("/evidence/how"),
                open("/feed/checkpoint"),
                open("/feed/checkpoint/{size}"),
                open("/feed/checkpoints"),
                open("/feed/consistency"),
                open("/feed/keys"),
                page(API),
                page(API + "/streams"),
                page(API + "/streams/{stream}"),
                page(API + "/streams/{stream}/facts"),
                page(API + "/streams/{stream}/facts/{seq}"),
                page(API + "/streams/{stream}/facts/{seq}/inclusion"),
                page(API + "/streams/{stream}/facts/{seq}/files/{digest}"),
                page(API + "/checkpoints"),
                page(API + "/checkpoints/{size}"),
                page(API + "/consistency"),
                page(API + "/keys"),
                Route.of(HttpMethod.POST, API + "/cosignatures", Admission.SIGNED_IN),
                page("/api"),
                open("/api/openapi.json"));
    }

    private static Route page(String pattern) {
        return Route.of(HttpMethod.GET, pattern, Admission.SIGNED_IN);
    }

    private static Route open(String pattern) {
        return Route.of(HttpMethod.GET, pattern, Admission.PUBLIC);
    }
}
