package org.diban.app.access.internal;

import java.util.List;
import org.diban.app.access.Permission;
import org.diban.app.shell.Inbox;
import org.diban.app.shell.NavigationArea;
import org.diban.app.shell.NavigationEntry;
import org.diban.app.shell.Right;
import org.diban.app.shell.Route;
import org.diban.app.shell.Routes;
import org.diban.app.shell.SearchHit;
import org.diban.app.shell.SearchSource;
import org.diban.app.shell.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What access tells the frame: its addresses, its places in the navigation, what can be searched and what waits. */
@Configuration(proxyBeanMethods = false)
class AccessFrame {
    @Bean
    Routes accessRoutes() {
        return Routes.of(
                Route.of(HttpMethod.GET, "/login", Route.Admission.PUBLIC),
                Route.of(HttpMethod.POST, "/login", Route.Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/login/code", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.POST, "/login/code", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.POST, "/logout", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.GET, "/password", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.POST, "/password", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.GET, "/second-factor", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.POST, "/second-factor", Route.Admission.SIGNING_IN),
                Route.of(HttpMethod.POST, "/second-factor/remove", Route.Admission.SIGNED_IN),
                Route.of(HttpMethod.GET, "/profile", Route.Admission.SIGNED_IN),
                Route.of(HttpMethod.POST, "/profile/sessions/{id}/end", Route.Admission.SIGNED_IN),
                Route.of(HttpMethod.POST, "/profile/tokens", Route.Admission.SIGNED_IN),
                Route.of(HttpMethod.POST, "/profile/tokens/{id}/revoke", Route.Admission.SIGNED_IN),
                Route.get("/people", Permission.PEOPLE_READ),
                Route.get("/people.{format:csv|xlsx}", Permission.PEOPLE_READ),
                Route.get("/people/new", Permission.PEOPLE_EDIT),
                Route.post("/people", Permission.PEOPLE_EDIT),
                Route.get("/people/{id}", Permission.PEOPLE_READ),
                Route.post("/people/{id}", Permission.PEOPLE_EDIT),
                Route.post("/people/{id}/disable", Permission.PEOPLE_EDIT),
                Route.post("/people/{id}/enable", Permission.PEOPLE_EDIT),
                Route.post("/people/{id}/password", Permission.PEOPLE_EDIT),
                Route.post("/people/{id}/second-factor", Permission.PEOPLE_EDIT),
                Route.post("/people/{id}/grants", Permission.GRANT_EDIT),
                Route.post("/people/{id}/grants/{grant}/revoke", Permission.GRANT_EDIT),
                Route.get("/organisations", Permission.PEOPLE_READ),
                Route.get("/organisations/{id}", Permission.PEOPLE_READ),
                Route.post("/organisations/{id}", Permission.ORGANISATION_EDIT),
                Route.post("/organisations/{id}/add", Permission.ORGANISATION_EDIT),
                Route.post("/organisations/{id}/move", Permission.ORGANISATION_EDIT),
                Route.post("/organisations/{id}/close", Permission.ORGANISATION_EDIT),
                Route.post("/organisations/{id}/reopen", Permission.ORGANISATION_EDIT),
                Route.get("/audit", Permission.AUDIT_READ),
                Route.get("/audit.{format:csv|xlsx}", Permission.AUDIT_READ),
                Route.get("/consents", Permission.AUDIT_CONSENT),
                Route.post("/consents/{id}/approve", Permission.AUDIT_CONSENT),
                Route.post("/consents/{id}/decline", Permission.AUDIT_CONSENT),
                Route.of(HttpMethod.GET, "/api/v1/me", Route.Admission.SIGNED_IN),
                Route.of(HttpMethod.GET, "/api/v1/organisations", Route.Admission.SIGNED_IN),
                Route.get("/api/v1/people", Permission.PEOPLE_READ),
                Route.get("/api/v1/people/{id}", Permission.PEOPLE_READ));
    }

    /** The endpoints of operation: health for everybody, since load balancers ask; the rest for those who run the system. */
    @Bean
    Routes operationRoutes() {
        return Routes.of(
                Route.of(HttpMethod.GET, "/actuator/health", Route.Admission.PUBLIC),
                Route.of(HttpMethod.GET, "/actuator/health/**", Route.Admission.PUBLIC),
                Route.get("/actuator", Permission.SYSTEM_READ),
                Route.get("/actuator/prometheus", Permission.SYSTEM_READ));
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(
                NavigationArea.ADMINISTRATION, 10, "/people", "access.people", Permission.PEOPLE_READ);
    }

    @Bean
    NavigationEntry organisationsEntry() {
        return new NavigationEntry(
                NavigationArea.ADMINISTRATION, 20, "/organisations", "access.organisations", Permission.PEOPLE_READ);
    }

    @Bean
    NavigationEntry consentsEntry() {
        return new NavigationEntry(
                NavigationArea.ADMINISTRATION, 30, "/consents", "access.consents", Permission.AUDIT_CONSENT);
    }

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry(NavigationArea.ADMINISTRATION, 40, "/audit", "access.audit", Permission.AUDIT_READ);
    }

    @Bean
    SearchSource peopleSource(PersonStore people, AuditRecorder audit) {
        return new SearchSource() {
            @Override
            public String labelKey() {
                return "access.people";
            }

            @Override
            public Right right() {
                return Permission.PEOPLE_READ;
            }

            @Override
            public List<SearchHit> find(String text, int limit) {
                audit.read("person.search", "-");
                return people.search(text, limit).stream()
                        .map(p -> new SearchHit(p.name(), p.login(), "/people/" + p.id()))
                        .toList();
            }
        };
    }

    @Bean
    SearchSource organisationSource(OrganisationStore organisations) {
        return new SearchSource() {
            @Override
            public String labelKey() {
                return "access.organisations";
            }

            @Override
            public Right right() {
                return Permission.PEOPLE_READ;
            }

            @Override
            public List<SearchHit> find(String text, int limit) {
                return organisations.search(text, limit).stream()
                        .map(o -> new SearchHit(
                                o.name().zh(), o.code() == null ? "" : o.code(), "/organisations/" + o.id()))
                        .toList();
            }
        };
    }

    @Bean
    Inbox consentInbox(ConsentStore consents) {
        return new Inbox() {
            @Override
            public String labelKey() {
                return "access.consents";
            }

            @Override
            public String href() {
                return "/consents";
            }

            @Override
            public Right right() {
                return Permission.AUDIT_CONSENT;
            }

            @Override
            public int waiting(Viewer viewer) {
                return consents.count();
            }
        };
    }
}
