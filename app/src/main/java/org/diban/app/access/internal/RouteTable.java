package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diban.app.shell.Route;
import org.diban.app.shell.Routes;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All addresses of all features. */
@Component
class RouteTable {
    private record Entry(PathPattern pattern, Route route) {}

    private final List<Entry> entries;

    RouteTable(List<Routes> tables) {
        this.entries = tables.stream()
                .flatMap(table -> table.routes().stream())
                .map(route -> new Entry(PathPatternParser.defaultInstance.parse(route.pattern()), route))
                .sorted(Comparator.comparing(Entry::pattern))
                .toList();
    }

    /** The most specific route for a request, or nothing. */
    Optional<Route> find(HttpServletRequest request) {
        return find(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
    }

    Optional<Route> find(HttpMethod method, String path) {
        HttpMethod wanted = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        PathContainer container = PathContainer.parsePath(path);
        return entries.stream()
                .filter(entry ->
                        entry.route().method().equals(wanted) && entry.pattern().matches(container))
                .map(Entry::route)
                .findFirst();
    }

    /** All routes. */
    List<Route> all() {
        return entries.stream().map(Entry::route).toList();
    }
}
