package org.diban.app.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills an installation with organisations, people and grants at once: for a sample district, or for taking over another system's
 * data. Nobody is signed in then; the author of the audit records is {@code system}. Each call is one transaction: all or nothing.
 */
public interface AccessSetup {
    /** Renames the district and gives it its official code. */
    void nameDistrict(String name, @Nullable String nameEn, @Nullable String code);

    /**
     * Adds organisations.
     *
     * @param organisations each after the one above it
     * @return their identifiers, in the same order
     */
    List<OrganisationId> addOrganisations(List<NewOrganisation> organisations);

    /** Adds people with their grants, each with a one-time password that must be changed at first sign-in. */
    List<FirstAccount> addPeople(List<NewPerson> people);

    /**
     * An organisation to add.
     *
     * @param parentCode the official code of the one above; {@code null} for the district
     * @param code its own official code; {@code null} when it has none, and then nothing can lie below it in the same call
     */
    record NewOrganisation(
            @Nullable String parentCode,
            Organisation.Kind kind,
            String name,
            @Nullable String nameEn,
            @Nullable String code) {}

    /**
     * A person to add.
     *
     * @param login the name for signing in: 2 to 40 lower-case letters, digits and {@code ._-}
     * @param grants may be empty
     */
    record NewPerson(String login, String name, OrganisationId organisation, List<NewGrant> grants) {
        public NewPerson {
            grants = List.copyOf(grants);
        }
    }

    /** A role for an organisation and everything below it. */
    record NewGrant(Role role, OrganisationId organisation) {}
}
