package org.diban.app.access;

import org.diban.kernel.id.Ids;

/**
 * The identifier of a person.
 *
 * @param value {@code per_…}
 */
public record PersonId(String value) {
    public PersonId {
        if (!Ids.isId("per", value)) {
            throw AccessProblem.BAD_ID.exception();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
