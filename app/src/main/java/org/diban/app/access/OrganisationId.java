package org.diban.app.access;

import org.diban.kernel.id.Ids;

/**
 * The identifier of an organisation.
 *
 * @param value {@code org_…}
 */
public record OrganisationId(String value) {
    public OrganisationId {
        if (!Ids.isId("org", value)) {
            throw AccessProblem.BAD_ID.exception();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
