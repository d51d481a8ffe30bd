package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diban.app.access.Organisation;
import org.diban.app.access.PersonId;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People and organisations for programs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessApi {
    private static final List<Column> COLUMNS =
            List.of(Column.sorted("name", "access.people.name"), Column.sorted("login", "access.people.login"));

    private final PeopleService people;
    private final OrganisationService organisations;
    private final CurrentAccess access;

    AccessApi(PeopleService people, OrganisationService organisations, CurrentAccess access) {
        this.people = people;
        this.organisations = organisations;
        this.access = access;
    }

    /** Who the token or session belongs to and what it may do. */
    @GetMapping("/me")
    String me() {
        SignedIn who = access.signedIn();
        return JsonObject.builder()
                .put("id", who.id())
                .put("login", who.login())
                .put("name", who.name())
                .put(
                        "permissions",
                        JsonArray.ofStrings(who.scopes().keySet().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .build()
                .canonical();
    }

    @GetMapping("/organisations")
    String organisations() {
        return JsonObject.builder()
                .put("items", organisations.all().stream().map(AccessApi::json).toList())
                .build()
                .canonical();
    }

    @GetMapping("/people")
    String people(HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, COLUMNS, "name", List.of("q", "role", "state"));
        Listing<Person> listing = people.list(query);
        return JsonObject.builder()
                .put("total", listing.total())
                .put("page", query.page())
                .put("size", query.size())
                .put("items", listing.rows().stream().map(AccessApi::json).toList())
                .build()
                .canonical();
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable String id) {
        return json(people.person(new PersonId(id))).canonical();
    }

    private static JsonObject json(Organisation organisation) {
        return JsonObject.builder()
                .put("id", organisation.id().value())
                .put(
                        "parent",
                        organisation.parent() == null
                                ? null
                                : organisation.parent().value())
                .put("kind", organisation.kind().name())
                .put("name", organisation.name().zh())
                .put("nameEn", organisation.name().en())
                .put("code", organisation.code())
                .build();
    }

    private static JsonObject json(Person person) {
        JsonObject.Builder out = JsonObject.builder()
                .put("id", person.id().value())
                .put("login", person.login())
                .put("name", person.name())
                .put("organisation", person.organisationId())
                .put("created", person.created().toString())
                .put("active", person.disabled() == null);
        List<? extends JsonValue> roles =
                person.roles().stream().map(role -> JsonValue.of(role.name())).toList();
        return out.put("roles", roles).build();
    }
}
