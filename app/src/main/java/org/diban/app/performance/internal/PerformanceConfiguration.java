package org.diban.app.performance.internal;

import static org.diban.app.access.Permission.DEDUCTION_RECORD;
import static org.diban.app.access.Permission.EVIDENCE_BUNDLE;
import static org.diban.app.access.Permission.FIGURE_ENTER;
import static org.diban.app.access.Permission.FORM_EDIT;
import static org.diban.app.access.Permission.FORM_FINALISE;
import static org.diban.app.access.Permission.FORM_READ;
import static org.diban.app.access.Permission.FORM_REOPEN;

import org.diban.app.shell.NavigationArea;
import org.diban.app.shell.NavigationEntry;
import org.diban.app.shell.Route;
import org.diban.app.shell.Routes;
import org.diban.indicator.measure.MeasureCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the feature tells the frame: its places in the navigation and the addresses it answers. */
@Configuration(proxyBeanMethods = false)
class PerformanceConfiguration {
    @Bean
    MeasureCatalogue measureCatalogue() {
        return MeasureCatalogue.standard();
    }

    @Bean
    NavigationEntry overviewEntry() {
        return new NavigationEntry(NavigationArea.FORMS, 0, "/forms", "performance.nav.overview", FORM_READ);
    }

    @Bean
    NavigationEntry importEntry() {
        return new NavigationEntry(NavigationArea.FORMS, 10, "/imports", "performance.nav.import", FORM_EDIT);
    }

    @Bean
    NavigationEntry measuresEntry() {
        return new NavigationEntry(NavigationArea.FORMS, 20, "/measures", "performance.nav.measures", FORM_READ);
    }

    @Bean
    Routes performanceRoutes() {
        return Routes.of(
                Route.get("/forms", FORM_READ),
                Route.get("/forms.csv", FORM_READ),
                Route.get("/forms.xlsx", FORM_READ),
                Route.get("/forms.json", FORM_READ),
                Route.get("/forms/years", FORM_READ),
                Route.get("/imports", FORM_EDIT),
                Route.post("/imports", FORM_EDIT),
                Route.get("/imports/{id}", FORM_EDIT),
                Route.get("/imports/{id}/file", FORM_EDIT),
                Route.post("/imports/{id}/take", FORM_EDIT),
                Route.get("/forms/{id}", FORM_READ),
                Route.get("/forms/{id}/versions", FORM_READ),
                Route.get("/forms/{id}/export/{format}", FORM_READ),
                Route.get("/forms/{id}/files/{digest}", FORM_READ),
                Route.get("/forms/{id}/bundle", EVIDENCE_BUNDLE),
                Route.get("/api/v1/forms/{id}/bundle", EVIDENCE_BUNDLE),
                Route.get("/forms/{id}/edit", FORM_EDIT),
                Route.post("/forms/{id}/edit/structure", FORM_EDIT),
                Route.post("/forms/{id}/edit/funds", FORM_EDIT),
                Route.get("/forms/{id}/finalise", FORM_FINALISE),
                Route.post("/forms/{id}/finalise", FORM_FINALISE),
                Route.get("/forms/{id}/reopen", FORM_REOPEN),
                Route.post("/forms/{id}/reopen", FORM_REOPEN),
                Route.get("/forms/{id}/figures/{indicator}", FORM_READ),
                Route.post("/forms/{id}/figures/{indicator}", FIGURE_ENTER),
                Route.post("/forms/{id}/figures/{indicator}/withdraw", FIGURE_ENTER),
                Route.post("/forms/{id}/figures/{indicator}/explanation", FORM_EDIT),
                Route.post("/forms/{id}/figures/{indicator}/deductions", DEDUCTION_RECORD),
                Route.post("/forms/{id}/figures/{indicator}/deductions/{fact}/withdraw", DEDUCTION_RECORD),
                Route.get("/measures", FORM_READ),
                Route.get("/measures/{id}", FORM_READ),
                Route.get("/api/v1/forms", FORM_READ),
                Route.post("/api/v1/forms/import", FORM_EDIT),
                Route.get("/api/v1/forms/{id}", FORM_READ),
                Route.get("/api/v1/forms/{id}/findings", FORM_READ),
                Route.get("/api/v1/forms/{id}/figures", FORM_READ),
                Route.get("/api/v1/forms/{id}/export", FORM_READ),
                Route.get("/api/v1/measures", FORM_READ),
                Route.get("/api/v1/measures/{id}", FORM_READ));
    }
}
