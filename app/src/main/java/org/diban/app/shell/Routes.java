package org.diban.app.shell;

import java.util.List;

/**
 * The addresses of one feature: a bean of each.
 *
 * @param routes the addresses
 */
public record Routes(List<Route> routes) {
    public Routes {
        routes = List.copyOf(routes);
    }

    /** The addresses. */
    public static Routes of(Route... routes) {
        return new Routes(List.of(routes));
    }
}
