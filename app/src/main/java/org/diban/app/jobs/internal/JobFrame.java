package org.diban.app.jobs.internal;

import org.diban.app.access.Permission;
import org.diban.app.shell.NavigationArea;
import org.diban.app.shell.NavigationEntry;
import org.diban.app.shell.Route;
import org.diban.app.shell.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * What jobs tell the frame. The pages are open to everybody who is signed in, since people see their own jobs without a right; the service behind
 * shows no others. Cancelling for programs needs the right: a token does no more than it was made for.
 */
@Configuration(proxyBeanMethods = false)
class JobFrame {
    @Bean
    NavigationEntry jobsEntry() {
        return new NavigationEntry(NavigationArea.ADMINISTRATION, 50, "/jobs", "jobs.title", Permission.JOB_READ);
    }

    @Bean
    Routes jobRoutes() {
        return Routes.of(
                open(HttpMethod.GET, "/jobs"),
                open(HttpMethod.GET, "/jobs.{format:csv|xlsx}"),
                open(HttpMethod.GET, "/jobs/{id}"),
                open(HttpMethod.GET, "/jobs/{id}/events"),
                open(HttpMethod.POST, "/jobs/{id}/cancel"),
                open(HttpMethod.POST, "/jobs/{id}/restart"),
                open(HttpMethod.GET, "/api/v1/jobs"),
                open(HttpMethod.GET, "/api/v1/jobs/{id}"),
                open(HttpMethod.GET, "/api/v1/jobs/{id}/events"),
                Route.post("/api/v1/jobs/{id}/cancel", Permission.JOB_CANCEL));
    }

    private static Route open(HttpMethod method, String pattern) {
        return Route.of(method, pattern, Route.Admission.SIGNED_IN);
    }
}
