package org.diban.app.access;

import java.util.Set;

/** What the person behind the present request may do. Every service asks before it reads or changes anything. */
public interface Access {
    /**
     * Who asks.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1007 when nobody is signed in
     */
    PersonId current();

    /**
     * Goes on only if the permission is held for the organisation, by a grant for it or for one above it. A refusal is audited.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002
     */
    void require(Permission permission, OrganisationId organisation);

    /**
     * Goes on only if the permission is held for any organisation: for what belongs to none. A refusal is audited.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002
     */
    void require(Permission permission);

    /** Whether the permission is held for the organisation. */
    boolean may(Permission permission, OrganisationId organisation);

    /** Whether the permission is held for any organisation. */
    boolean may(Permission permission);

    /** All organisations for which the permission is held, those below the granted ones included: the filter for lists. */
    Set<OrganisationId> reach(Permission permission);
}
