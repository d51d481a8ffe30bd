package org.diban.app.shell;

import org.diban.app.shell.Route.Admission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The addresses of the frame itself. */
@Configuration(proxyBeanMethods = false)
class ShellRoutes {
    @Bean
    Routes shellAddresses() {
        return Routes.of(
                Route.of(HttpMethod.GET, "/", Admission.SIGNED_IN),
                Route.of(HttpMethod.GET, "/search", Admission.SIGNED_IN),
                Route.of(HttpMethod.POST, "/preferences", Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/assets/**", Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/webjars/**", Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/libraries/**", Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/favicon.ico", Admission.PUBLIC));
    }
}
