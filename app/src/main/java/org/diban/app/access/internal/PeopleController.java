package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.PersonId;
import org.diban.app.access.Role;
import org.diban.app.access.internal.PeopleService.Outcome;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.ShellProblem;
import org.diban.app.shell.TableExport;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of people, and the record of one: account, roles, state. */
@Controller
class PeopleController {
    private static final List<Column> COLUMNS = List.of(
            Column.sorted("name", "access.people.name"),
            Column.sorted("login", "access.people.login"),
            Column.sorted("organisation", "access.people.organisation"),
            Column.plain("roles", "access.people.roles"),
            Column.plain("state", "access.people.state"),
            Column.sorted("seen", "access.people.seen"),
            Column.sorted("created", "access.people.created"));
    private static final List<String> FILTERS = List.of("q", "role", "state");

    /** What was filled in. */
    record Filled(String login, String name, String organisation, String phone) {}

    private final PeopleService people;
    private final GrantService grants;
    private final OrganisationService organisations;
    private final PersonStore names;

    PeopleController(PeopleService people, GrantService grants, OrganisationService organisations, PersonStore names) {
        this.people = people;
        this.grants = grants;
        this.organisations = organisations;
        this.names = names;
    }

    @GetMapping("/people")
    ModelAndView list(Page page, HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, COLUMNS, "name", FILTERS);
        return page.view("access/people", Map.of("query", query, "people", people.list(query)));
    }

    @GetMapping("/people.{format:csv|xlsx}")
    void export(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String format) {
        ListQuery query = ListQuery.of(request, COLUMNS, "name", FILTERS);
        List<String> header = COLUMNS.stream().map(c -> page.t(c.labelKey())).toList();
        people.export(query, rows -> {
            try {
                TableExport.send(response, "people", format, header, rows.map(person -> cells(page, person)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> cells(Page page, Person person) {
        return List.of(
                person.name(),
                person.login(),
                page.t(person.organisation()),
                String.join(
                        ", ",
                        person.roles().stream()
                                .map(role -> page.t(role.label()))
                                .toList()),
                page.t(person.disabled() == null ? "access.people.active" : "access.people.disabled"),
                person.lastSeen() == null ? "" : page.time(person.lastSeen()),
                page.time(person.created()));
    }

    @GetMapping("/people/new")
    ModelAndView newForm(Page page) {
        return form(page, new Filled("", "", "", ""), List.of(), HttpStatus.OK);
    }

    @PostMapping("/people")
    ModelAndView create(
            Page page,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String phone) {
        PeopleService.Created[] created = new PeopleService.Created[1];
        return Fields.attempt(() -> created[0] = people.create(login, name, organisation, phone))
                .map(problems -> form(
                        page, new Filled(login, name, organisation, phone), problems, HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> record(page, created[0].id(), created[0].oneTimePassword(), List.of(), HttpStatus.OK));
    }

    private ModelAndView form(Page page, Filled filled, List<Problem> problems, HttpStatus status) {
        return page.view(
                "access/person-new",
                Map.of(
                        "login", filled.login(),
                        "name", filled.name(),
                        "organisation", filled.organisation(),
                        "phone", filled.phone(),
                        "organisations", OrganisationController.options(page, organisations.tree()),
                        "problems", problems),
                status);
    }

    @GetMapping("/people/{id}")
    ModelAndView show(Page page, @PathVariable String id) {
        return record(page, new PersonId(id), null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/people/{id}")
    ModelAndView update(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam long version) {
        return done(
                page,
                request,
                response,
                id,
                "access.person.saved",
                () -> people.update(new PersonId(id), name, organisation, phone, version));
    }

    @PostMapping("/people/{id}/disable")
    ModelAndView disable(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason) {
        Outcome[] outcome = new Outcome[1];
        return Fields.attempt(() -> outcome[0] = people.disable(new PersonId(id), reason))
                .map(problems -> refused(page, id, problems))
                .orElseGet(() -> Pages.redirect(
                        "/people/" + id,
                        outcome[0] == Outcome.WAITING
                                ? Note.of("access.consent.asked")
                                : new Note("access.person.disabled", "/people/" + id + "/enable"),
                        request,
                        response));
    }

    @PostMapping("/people/{id}/enable")
    ModelAndView enable(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        return done(page, request, response, id, "access.person.enabled", () -> people.enable(new PersonId(id)));
    }

    @PostMapping("/people/{id}/password")
    ModelAndView password(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason) {
        PersonId person = new PersonId(id);
        @Nullable String[] password = new @Nullable String[1];
        return Fields.attempt(() -> password[0] = people.resetPassword(person, reason))
                .map(problems -> refused(page, id, problems))
                .orElseGet(() -> password[0] == null
                        ? Pages.redirect("/people/" + id, Note.of("access.consent.asked"), request, response)
                        : record(page, person, password[0], List.of(), HttpStatus.OK));
    }

    @PostMapping("/people/{id}/second-factor")
    ModelAndView secondFactor(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason) {
        return outcome(
                page,
                request,
                response,
                id,
                "access.person.second-factor-removed",
                () -> people.resetSecondFactor(new PersonId(id), reason));
    }

    @PostMapping("/people/{id}/grants")
    ModelAndView grant(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String reason) {
        return outcome(
                page,
                request,
                response,
                id,
                "access.grant.added",
                () -> grants.grant(new PersonId(id), role(role), new OrganisationId(organisation), reason));
    }

    @PostMapping("/people/{id}/grants/{grant}/revoke")
    ModelAndView revoke(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String grant,
            @RequestParam(defaultValue = "") String reason) {
        return outcome(
                page,
                request,
                response,
                id,
                "access.grant.revoked",
                () -> grants.revoke(new PersonId(id), grant, reason));
    }

    private static Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        throw ShellProblem.BAD_REQUEST.exception();
    }

    private ModelAndView outcome(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            String id,
            String doneKey,
            java.util.function.Supplier<Outcome> act) {
        Outcome[] outcome = new Outcome[1];
        return Fields.attempt(() -> outcome[0] = act.get())
                .map(problems -> refused(page, id, problems))
                .orElseGet(() -> Pages.redirect(
                        "/people/" + id,
                        Note.of(outcome[0] == Outcome.WAITING ? "access.consent.asked" : doneKey),
                        request,
                        response));
    }

    private ModelAndView done(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            String id,
            String doneKey,
            Runnable act) {
        return outcome(page, request, response, id, doneKey, () -> {
            act.run();
            return Outcome.DONE;
        });
    }

    private ModelAndView refused(Page page, String id, List<Problem> problems) {
        return record(page, new PersonId(id), null, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView record(
            Page page, PersonId id, @Nullable String oneTimePassword, List<Problem> problems, HttpStatus status) {
        Person person = people.person(id);
        List<HeldGrant> held = people.grants(id);
        Map<String, Object> model = new HashMap<>();
        model.put("person", person);
        model.put("grants", held);
        model.put("authors", names.names(held.stream().map(HeldGrant::grantedBy).toList()));
        model.put("oneTimePassword", oneTimePassword == null ? "" : oneTimePassword);
        model.put("organisations", OrganisationController.options(page, organisations.tree()));
        model.put(
                "roles",
                java.util.Arrays.stream(Role.values())
                        .filter(role -> !GrantService.isSeparatedFrom(role, person.roles()))
                        .toList());
        model.put("auditor", person.roles().contains(Role.AUDIT_ADMIN));
        model.put("mayEdit", page.may(Permission.PEOPLE_EDIT));
        model.put("mayGrant", page.may(Permission.GRANT_EDIT));
        model.put("problems", problems);
        return page.view("access/person", model, status);
    }
}
