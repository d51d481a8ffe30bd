package org.diban.app.access.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.access.AccessProblem;
import org.diban.app.access.Organisation;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.kernel.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of organisations: what the system administrator keeps up. */
@Component
class OrganisationService {
    private static final int NAME_LENGTH = 120;
    private static final int ENGLISH_LENGTH = 200;

    private final OrganisationStore store;
    private final CurrentAccess access;
    private final AuditRecorder audit;
    private final InstantSource clock;
    private final Ids ids;

    OrganisationService(
            OrganisationStore store, CurrentAccess access, AuditRecorder audit, InstantSource clock, Ids ids) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** The whole tree in use. */
    OrganisationNode tree() {
        Map<OrganisationId, List<OrganisationNode>> below = new HashMap<>();
        List<Organisation> all = store.all();
        for (Organisation organisation : all) {
            below.put(organisation.id(), new ArrayList<>());
        }
        OrganisationNode root = null;
        for (Organisation organisation : all) {
            OrganisationNode node =
                    new OrganisationNode(organisation, below.getOrDefault(organisation.id(), List.of()));
            if (organisation.parent() == null) {
                root = node;
            } else {
                below.getOrDefault(organisation.parent(), new ArrayList<>()).add(node);
            }
        }
        return java.util.Objects.requireNonNull(root, "the district");
    }

    /** All organisations in use, each after the one above it. */
    List<Organisation> all() {
        return store.all();
    }

    Organisation organisation(OrganisationId id) {
        access.require(Permission.PEOPLE_READ);
        return store.find(id).orElseThrow(AccessProblem.NO_ORGANISATION::exception);
    }

    @Transactional
    public OrganisationId add(
            OrganisationId parent,
            Organisation.Kind kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String code) {
        access.require(Permission.ORGANISATION_EDIT, parent);
        Fields fields = new Fields();
        String called = fields.text("name", name, NAME_LENGTH);
        String english = fields.optional("nameEn", nameEn, ENGLISH_LENGTH);
        String official = fields.code("code", code);
        if (kind == Organisation.Kind.DISTRICT) {
            fields.add(AccessProblem.NO_ORGANISATION.at(Fields.at("kind")));
        }
        fields.check();
        OrganisationId id = new OrganisationId(ids.next("org"));
        Fields.within("name", () -> store.add(id, parent, kind, called, english, official));
        audit.wrote("organisation.create", id.value());
        return id;
    }

    @Transactional
    public void update(
            OrganisationId id, @Nullable String name, @Nullable String nameEn, @Nullable String code, long version) {
        access.require(Permission.ORGANISATION_EDIT, id);
        Fields fields = new Fields();
        String called = fields.text("name", name, NAME_LENGTH);
        String english = fields.optional("nameEn", nameEn, ENGLISH_LENGTH);
        String official = fields.code("code", code);
        fields.check();
        if (!store.rename(id, called, english, official, version)) {
            throw AccessProblem.CHANGED_MEANWHILE.exception();
        }
        audit.wrote("organisation.update", id.value());
    }

    /**
     * Moves an organisation with all below it.
     *
     * @return where it was before, so that the move can be undone
     */
    @Transactional
    public OrganisationId move(OrganisationId id, OrganisationId parent) {
        access.require(Permission.ORGANISATION_EDIT, id);
        access.require(Permission.ORGANISATION_EDIT, parent);
        OrganisationId before = store.find(id)
                .orElseThrow(AccessProblem.NO_ORGANISATION::exception)
                .parent();
        if (store.find(parent).filter(o -> !o.closed()).isEmpty()) {
            throw AccessProblem.NO_ORGANISATION.exception();
        }
        if (before == null || !store.move(id, parent)) {
            throw AccessProblem.BELOW_ITSELF.exception();
        }
        audit.wrote("organisation.move", id.value());
        return before;
    }

    /** Closes an organisation that has nothing below it. */
    @Transactional
    public void close(OrganisationId id) {
        access.require(Permission.ORGANISATION_EDIT, id);
        if (!store.setClosed(id, clock.instant())) {
            throw AccessProblem.NOT_EMPTY.exception();
        }
        audit.wrote("organisation.close", id.value());
    }

    /** Takes a closed organisation into use again. */
    @Transactional
    public void reopen(OrganisationId id) {
        access.require(Permission.ORGANISATION_EDIT, id);
        if (store.setClosed(id, null)) {
            audit.wrote("organisation.reopen", id.value());
        }
    }
}
