package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.Plot;
import org.diban.app.shell.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the audit administrator sees and decides. */
@Controller
class AuditController {
    private static final List<Column> COLUMNS = List.of(
            Column.sorted("at", "access.audit.at"),
            Column.plain("person", "access.audit.person"),
            Column.plain("action", "access.audit.action"),
            Column.plain("object", "access.audit.object"),
            Column.plain("result", "access.audit.result"),
            Column.plain("address", "access.audit.address"),
            Column.plain("fact", "access.audit.fact"));
    private static final List<String> FILTERS = List.of("q", "action", "result", "from", "to");

    private final AuditService audit;
    private final GrantService grants;

    AuditController(AuditService audit, GrantService grants) {
        this.audit = audit;
        this.grants = grants;
    }

    @GetMapping("/audit")
    ModelAndView list(Page page, HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, COLUMNS, "-at", FILTERS);
        return page.view(
                "access/audit",
                Map.of(
                        "query", query,
                        "records", audit.list(query),
                        "words", audit.words(),
                        "plot", plot(page)));
    }

    private Plot plot(Page page) {
        List<Plot.Row> rows = new ArrayList<>();
        for (AuditStore.Day day : audit.lastDays()) {
            rows.add(new Plot.Row(
                    monthAndDay(day.day()),
                    List.of(String.valueOf(day.done()), String.valueOf(day.denied()), String.valueOf(day.failed()))));
        }
        return new Plot(
                "audit-days",
                page.t("access.audit.plot"),
                page.t("access.audit.plot-day"),
                List.of(
                        new Plot.Series(page.t("access.audit.done"), false),
                        new Plot.Series(page.t("access.audit.denied"), false),
                        new Plot.Series(page.t("access.audit.failed"), false)),
                page.t("access.audit.plot-unit"),
                rows,
                null);
    }

    private static String monthAndDay(LocalDate day) {
        return day.toString().substring(5);
    }

    @GetMapping("/audit.{format:csv|xlsx}")
    void export(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String format) {
        ListQuery query = ListQuery.of(request, COLUMNS, "-at", FILTERS);
        List<String> header = COLUMNS.stream().map(c -> page.t(c.labelKey())).toList();
        audit.export(query, rows -> {
            try {
                TableExport.send(
                        response,
                        "audit",
                        format,
                        header,
                        rows.map(r -> List.of(
                                page.second(r.at()),
                                r.name(),
                                r.action(),
                                r.object(),
                                r.result().name(),
                                r.address(),
                                r.stream() + "#" + r.seq())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @GetMapping("/consents")
    ModelAndView waiting(Page page) {
        return waiting(page, null);
    }

    @PostMapping("/consents/{id}/approve")
    ModelAndView approve(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        String password = grants.decide(id, true);
        return password == null
                ? Pages.redirect("/consents", Note.of("access.consent.approved"), request, response)
                : waiting(page, password);
    }

    @PostMapping("/consents/{id}/decline")
    ModelAndView decline(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        grants.decide(id, false);
        return Pages.redirect("/consents", Note.of("access.consent.declined"), request, response);
    }

    private ModelAndView waiting(Page page, @Nullable String oneTimePassword) {
        Map<String, Object> model = new HashMap<>();
        model.put("consents", grants.waiting());
        model.put("oneTimePassword", oneTimePassword == null ? "" : oneTimePassword);
        return page.view("access/consents", model);
    }
}
