package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diban.app.access.People;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.Forms;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.indicator.ledger.FieldChange;
import org.diban.indicator.ledger.FormChange;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.ProblemKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a form, its versions, its files, and what is done to it as a whole. */
@Controller
class FormPages {
    static final Map<String, String> MEDIA_TYPES = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pdf", "application/pdf",
            "json", "application/json");

    private final Forms forms;
    private final People people;

    FormPages(Forms forms, People people) {
        this.forms = forms;
        this.people = people;
    }

    @GetMapping("/forms/{id}")
    ModelAndView form(Page page, @PathVariable String id) {
        return page.view("performance/form", Map.of("view", view(forms.form(id))));
    }

    private FormView view(FormRecord record) {
        return new FormView(record, Timeline.names(record.history(), people));
    }

    @GetMapping("/forms/{id}/versions")
    ModelAndView versions(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "0") long to) {
        FormRecord record = forms.form(id);
        long newer = to == 0 ? record.state().length() : to;
        long older = from == 0 ? Math.max(1, newer - 1) : from;
        List<FieldChange> differences = forms.differences(id, older, newer);
        return page.view(
                "performance/diff",
                Map.of(
                        "view",
                        new DiffView(record, older, newer, differences, Timeline.names(record.history(), people))));
    }

    @GetMapping("/forms/{id}/export/{format}")
    void export(Page page, HttpServletResponse response, @PathVariable String id, @PathVariable String format)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        forms.export(id, format, page.language().locale(), bytes);
        send(response, MEDIA_TYPES.getOrDefault(format, "application/octet-stream"), id + "." + format, bytes);
    }

    @GetMapping("/forms/{id}/files/{digest}")
    void file(HttpServletResponse response, @PathVariable String id, @PathVariable String digest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        forms.copyFile(id, digest, bytes);
        send(response, "application/octet-stream", digest.substring(digest.indexOf(':') + 1, 23), bytes);
    }

    /** Always a download, whatever the file claims to be: nothing that people bring is run or shown by the browser. */
    static void send(HttpServletResponse response, String mediaType, String name, ByteArrayOutputStream bytes)
            throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(bytes.size());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        bytes.writeTo(response.getOutputStream());
    }

    @GetMapping("/forms/{id}/finalise")
    ModelAndView finalise(Page page, @PathVariable String id) {
        return finalisePage(page, id, List.of());
    }

    private ModelAndView finalisePage(Page page, String id, List<Problem> problems) {
        return page.view(
                "performance/finalise",
                Map.of("view", view(forms.form(id)), "problems", problems),
                problems.isEmpty() ? HttpStatus.OK : status(problems));
    }

    @PostMapping("/forms/{id}/finalise")
    ModelAndView finalise(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String password) {
        try {
            forms.finalise(id, version, password);
        } catch (ProblemException e) {
            return finalisePage(page, id, shown(e));
        }
        return Pages.redirect("/forms/" + id, Note.of("performance.note.finalised"), request, response);
    }

    @GetMapping("/forms/{id}/reopen")
    ModelAndView reopen(Page page, @PathVariable String id) {
        return reopenPage(page, id, "", List.of());
    }

    private ModelAndView reopenPage(Page page, String id, String reason, List<Problem> problems) {
        return page.view(
                "performance/reopen",
                Map.of("view", view(forms.form(id)), "reason", reason, "problems", problems),
                problems.isEmpty() ? HttpStatus.OK : status(problems));
    }

    @PostMapping("/forms/{id}/reopen")
    ModelAndView reopen(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason) {
        try {
            forms.change(id, version, new FormChange.Reopened(required(reason, "reason")));
        } catch (ProblemException e) {
            return reopenPage(page, id, reason, shown(e));
        }
        return Pages.redirect("/forms/" + id, Note.of("performance.note.reopened"), request, response);
    }

    /** The problems that a page shows beside what was typed; the others go the way of all exceptions. */
    static List<Problem> shown(ProblemException e) {
        if (e.problem().kind() == ProblemKind.DENIED || e.problem().kind() == ProblemKind.INTERNAL) {
            throw e;
        }
        return e.problems();
    }

    static HttpStatus status(List<Problem> problems) {
        return problems.getFirst().kind() == ProblemKind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static String required(String text, String field) {
        if (text.isBlank()) {
            throw new ProblemException(PerformanceProblem.REASON_REQUIRED.at(Location.NOWHERE.cell(0, field)));
        }
        return text.strip();
    }
}
