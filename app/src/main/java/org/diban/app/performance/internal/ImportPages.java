package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diban.app.access.Access;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Organisations;
import org.diban.app.access.People;
import org.diban.app.access.Permission;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.Jobs;
import org.diban.app.performance.FormImports;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages by which files become forms: bring, look at what was found, take. */
@Controller
class ImportPages {
    private static final int SHOWN = 50;

    private final FormImports imports;
    private final Access access;
    private final Organisations organisations;
    private final People people;
    private final Jobs jobs;
    private final int limit;

    ImportPages(
            FormImports imports,
            Access access,
            Organisations organisations,
            People people,
            Jobs jobs,
            @Value("${diban.evidence.max-file-mb:100}") int limit) {
        this.imports = imports;
        this.access = access;
        this.organisations = organisations;
        this.people = people;
        this.jobs = jobs;
        this.limit = limit;
    }

    @GetMapping("/imports")
    ModelAndView bring(Page page) {
        return bring(page, "", List.of());
    }

    private ModelAndView bring(Page page, String organisation, List<Problem> problems) {
        List<ImportRecord> latest = imports.latest(SHOWN);
        return page.view(
                "performance/import",
                Map.of(
                        "organisations", editable(page),
                        "organisation", organisation,
                        "imports", latest,
                        "names",
                                people.names(latest.stream()
                                        .map(ImportRecord::person)
                                        .collect(Collectors.toSet())),
                        "limit", limit,
                        "problems", problems),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, String> editable(Page page) {
        Set<OrganisationId> reach = access.reach(Permission.FORM_EDIT);
        Map<String, String> names = new LinkedHashMap<>();
        for (Organisation organisation : organisations.all()) {
            if (reach.contains(organisation.id())) {
                names.put(organisation.id().value(), page.t(organisation.name()));
            }
        }
        return names;
    }

    @PostMapping("/imports")
    ModelAndView receive(
            Page page,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw PerformanceProblem.EMPTY_FILE.exception();
            }
            String name = file.getOriginalFilename();
            try (InputStream in = file.getInputStream()) {
                ImportRecord received = imports.receive(organisation, name == null ? "" : name, in);
                return Pages.redirect("/imports/" + received.id());
            }
        } catch (ProblemException e) {
            return bring(page, organisation, FormPages.shown(e));
        }
    }

    @GetMapping("/imports/{id}")
    ModelAndView preview(Page page, @PathVariable String id) {
        return page.view("performance/preview", Map.of("view", view(imports.find(id)), "problems", List.of()));
    }

    private PreviewView view(ImportRecord imported) {
        @Nullable
        Job job = imported.job() == null ? null : jobs.find(imported.job()).orElse(null);
        return new PreviewView(
                imported,
                imported.state() == ImportRecord.State.TAKEN ? List.of() : imports.existing(imported),
                job,
                Timeline.name(imported.person(), people.names(Set.of(imported.person()))),
                access.may(Permission.FORM_EDIT, new OrganisationId(imported.organisation())));
    }

    @GetMapping("/imports/{id}/file")
    void file(HttpServletResponse response, @PathVariable String id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        imports.copyFile(id, bytes);
        FormPages.send(response, "application/octet-stream", id, bytes);
    }

    @PostMapping("/imports/{id}/take")
    ModelAndView take(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean replace) {
        try {
            imports.take(id, replace);
        } catch (ProblemException e) {
            List<Problem> problems = FormPages.shown(e);
            return page.view(
                    "performance/preview",
                    Map.of("view", view(imports.find(id)), "problems", problems),
                    FormPages.status(problems));
        }
        return Pages.redirect("/imports/" + id, Note.of("performance.note.imported"), request, response);
    }
}
