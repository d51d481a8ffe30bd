package org.diban.app.access.internal;

import java.util.List;
import org.diban.app.access.Organisation;

/**
 * A node of the tree of organisations.
 *
 * @param organisation the organisation
 * @param below those directly below it
 */
public record OrganisationNode(Organisation organisation, List<OrganisationNode> below) {
    /** How many organisations lie below, on all levels. */
    public int size() {
        return below.stream().mapToInt(node -> 1 + node.size()).sum();
    }
}
