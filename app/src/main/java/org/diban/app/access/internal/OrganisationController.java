package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.ShellProblem;
import org.diban.kernel.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tree of organisations, and one of them. */
@Controller
class OrganisationController {
    private final OrganisationService organisations;

    OrganisationController(OrganisationService organisations) {
        this.organisations = organisations;
    }

    /** The organisations as choices, each indented by its level. */
    static Map<String, String> options(Page page, OrganisationNode root) {
        Map<String, String> options = new LinkedHashMap<>();
        addOptions(page, root, "", options);
        return options;
    }

    private static void addOptions(Page page, OrganisationNode node, String indent, Map<String, String> options) {
        options.put(
                node.organisation().id().value(),
                indent + page.t(node.organisation().name()));
        for (OrganisationNode below : node.below()) {
            addOptions(page, below, indent + "\u3000", options);
        }
    }

    @GetMapping("/organisations")
    ModelAndView tree(Page page) {
        return page.view(
                "access/organisations",
                Map.of("root", organisations.tree(), "mayEdit", page.may(Permission.ORGANISATION_EDIT)));
    }

    @GetMapping("/organisations/{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        return record(page, new OrganisationId(id), List.of(), HttpStatus.OK);
    }

    @PostMapping("/organisations/{id}")
    ModelAndView update(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String code,
            @RequestParam long version) {
        OrganisationId organisation = new OrganisationId(id);
        return done(
                page,
                request,
                response,
                organisation,
                Note.of("access.organisation.saved"),
                () -> organisations.update(organisation, name, nameEn, code, version));
    }

    @PostMapping("/organisations/{id}/add")
    ModelAndView add(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String code) {
        OrganisationId parent = new OrganisationId(id);
        return done(
                page,
                request,
                response,
                parent,
                Note.of("access.organisation.added"),
                () -> organisations.add(parent, kind(kind), name, nameEn, code));
    }

    @PostMapping("/organisations/{id}/move")
    ModelAndView move(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String parent) {
        OrganisationId organisation = new OrganisationId(id);
        OrganisationId[] before = new OrganisationId[1];
        return Fields.attempt(() -> before[0] = organisations.move(organisation, new OrganisationId(parent)))
                .map(problems -> record(page, organisation, problems, HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> Pages.redirect(
                        "/organisations",
                        new Note(
                                "access.organisation.moved",
                                "/organisations/" + id + "/move?parent=" + before[0].value()),
                        request,
                        response));
    }

    @PostMapping("/organisations/{id}/close")
    ModelAndView close(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        OrganisationId organisation = new OrganisationId(id);
        return Fields.attempt(() -> organisations.close(organisation))
                .map(problems -> record(page, organisation, problems, HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> Pages.redirect(
                        "/organisations",
                        new Note("access.organisation.closed", "/organisations/" + id + "/reopen"),
                        request,
                        response));
    }

    @PostMapping("/organisations/{id}/reopen")
    ModelAndView reopen(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        organisations.reopen(new OrganisationId(id));
        return Pages.redirect("/organisations", Note.of("access.organisation.reopened"), request, response);
    }

    private static Organisation.Kind kind(String name) {
        for (Organisation.Kind kind : Organisation.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw ShellProblem.BAD_REQUEST.exception();
    }

    private ModelAndView done(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            OrganisationId organisation,
            Note note,
            Runnable act) {
        return Fields.attempt(act)
                .map(problems -> record(page, organisation, problems, HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> Pages.redirect("/organisations", note, request, response));
    }

    private ModelAndView record(Page page, OrganisationId id, List<Problem> problems, HttpStatus status) {
        Organisation organisation = organisations.organisation(id);
        OrganisationNode root = organisations.tree();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Organisation.Kind kind : Organisation.Kind.values()) {
            if (kind != Organisation.Kind.DISTRICT) {
                kinds.put(kind.name(), page.t(kind.label()));
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("organisation", organisation);
        model.put("organisations", options(page, root));
        model.put("kinds", kinds);
        model.put("mayEdit", page.may(Permission.ORGANISATION_EDIT));
        model.put("problems", problems);
        return page.view("access/organisation", model, status);
    }
}
