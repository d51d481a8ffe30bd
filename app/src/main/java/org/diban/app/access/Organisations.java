package org.diban.app.access;

import java.util.List;
import java.util.Optional;

/** The organisations of the district, as one tree. What they are called is no secret to anybody who is signed in. */
public interface Organisations {
    /** The district itself. */
    Organisation district();

    /** An organisation, or nothing. */
    Optional<Organisation> find(OrganisationId id);

    /** The organisation with an official code, or nothing. */
    Optional<Organisation> withCode(String code);

    /** All that are in use, each after the one above it. */
    List<Organisation> all();
}
