package org.diban.app.proof.internal;

import java.util.List;

/**
 * A call of the programming interface, as its page shows it.
 *
 * @param method the method
 * @param path the address
 * @param summary what it does
 * @param description more about it; may be empty
 * @param parameters what can be said in the address
 * @param answers the statuses of its answers
 */
public record ApiOperation(
        String method,
        String path,
        String summary,
        String description,
        List<Parameter> parameters,
        List<String> answers) {
    /**
     * A part of the address.
     *
     * @param name its name
     * @param required whether it must be there
     * @param description what it says
     */
    public record Parameter(String name, boolean required, String description) {}
}
