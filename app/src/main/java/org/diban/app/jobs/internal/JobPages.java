package org.diban.app.jobs.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.TableExport;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of jobs, and the record of one with its progress. */
@Controller
class JobPages {
    private static final List<Column> COLUMNS = List.of(
            Column.sorted("kind", "jobs.kind"),
            Column.sorted("state", "jobs.state"),
            Column.plain("progress", "jobs.progress"),
            Column.plain("owner", "jobs.owner"),
            Column.sorted("created", "jobs.created"),
            Column.sorted("finished", "jobs.finished"));

    private final JobService jobs;
    private final JobEvents events;
    private final TemplateEngine templates;

    JobPages(JobService jobs, JobEvents events, TemplateEngine templates) {
        this.jobs = jobs;
        this.events = events;
        this.templates = templates;
    }

    /** What the address asks of a list of jobs. */
    static ListQuery query(HttpServletRequest request) {
        return ListQuery.of(request, COLUMNS, "-created", List.of("state", "kind"));
    }

    @GetMapping("/jobs")
    ModelAndView list(Page page, HttpServletRequest request) {
        ListQuery query = query(request);
        return page.view("jobs/jobs", Map.of("query", query, "jobs", jobs.list(query), "kinds", jobs.kinds()));
    }

    @GetMapping("/jobs.{format:csv|xlsx}")
    void export(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String format) {
        List<String> header = COLUMNS.stream().map(c -> page.t(c.labelKey())).toList();
        jobs.export(query(request), rows -> {
            try {
                TableExport.send(response, "jobs", format, header, rows.map(view -> cells(page, view)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> cells(Page page, JobView view) {
        return List.of(
                page.t(view.title()),
                view.state(page),
                view.count(),
                view.ownerName(),
                page.second(view.job().createdAt()),
                view.job().finishedAt() == null ? "" : page.second(view.job().finishedAt()));
    }

    @GetMapping("/jobs/{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        return page.view("jobs/job", Map.of("view", jobs.read(id)));
    }

    /** The changing part of the page of a job, each time it changes. */
    @GetMapping("/jobs/{id}/events")
    void events(Page page, HttpServletResponse response, @PathVariable String id) {
        JobView view = jobs.watch(id);
        events.send(id, response, job -> {
            StringOutput html = new StringOutput();
            templates.render("jobs/live.jte", Map.of("page", page, "view", view.of(job)), html);
            return html.toString();
        });
    }

    @PostMapping("/jobs/{id}/cancel")
    ModelAndView cancel(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        boolean stops = jobs.cancel(id).cancelRequested();
        return Pages.redirect(
                "/jobs/" + id, Note.of(stops ? "jobs.note.stopping" : "jobs.note.cancelled"), request, response);
    }

    @PostMapping("/jobs/{id}/restart")
    ModelAndView restart(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        jobs.restart(id);
        return Pages.redirect("/jobs/" + id, Note.of("jobs.note.restarted"), request, response);
    }
}
