package org.diban.app.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person asked of a list, as it stands in the address: filters, sorting, page, hidden columns. Whatever in the address is not
 * understood is left out, so that a query is always one that the list can answer.
 *
 * @param path the address of the list without its query
 * @param columns the columns of the list
 * @param filters the filters that are set, by name
 * @param sort the key of the column by which to sort
 * @param descending whether the largest comes first
 * @param page the page, from 1
 * @param size rows of a page
 * @param hidden keys of the columns not to show
 */
public record ListQuery(
        String path,
        List<Column> columns,
        Map<String, String> filters,
        String sort,
        boolean descending,
        int page,
        int size,
        Set<String> hidden) {
    /** Rows of a page when the address says nothing. */
    public static final int DEFAULT_SIZE = 50;

    private static final int LAST_PAGE = 1_000_000;

    /** The sizes a person may choose. */
    public static final List<Integer> SIZES = List.of(20, 50, 200);

    /**
     * Reads the query of a request.
     *
     * @param defaultSort the key of a column, with a minus before it to start with the largest
     * @param filterNames the names of the filters that the list has
     */
    public static ListQuery of(
            HttpServletRequest request, List<Column> columns, String defaultSort, List<String> filterNames) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (String name : filterNames) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank()) {
                filters.put(name, value.strip());
            }
        }
        String asked = request.getParameter("sort");
        String sort = asked != null && isSortable(columns, asked) ? asked : defaultSort;
        Set<String> hidden = new TreeSet<>();
        String hide = request.getParameter("hide");
        if (hide != null) {
            for (String key : hide.split(",", 50)) {
                if (columns.stream().skip(1).anyMatch(c -> c.key().equals(key))) {
                    hidden.add(key);
                }
            }
        }
        int size = number(request.getParameter("size"), DEFAULT_SIZE);
        return new ListQuery(
                request.getRequestURI(),
                columns,
                filters,
                key(sort),
                sort.startsWith("-"),
                Math.clamp(number(request.getParameter("page"), 1), 1, LAST_PAGE),
                SIZES.contains(size) ? size : DEFAULT_SIZE,
                hidden);
    }

    /** How many rows come before this page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** The value of a filter, empty when it is not set. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /** Whether a column is to be shown. */
    public boolean shows(String key) {
        return !hidden.contains(key);
    }

    /** How many columns are shown. */
    public int width() {
        return columns.size() - hidden.size();
    }

    /** The number of pages for so many rows, at least 1. */
    public long pages(long total) {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The address of the same list sorted by a column; by the same column again, the other way round. */
    public String sortedBy(String key) {
        return link(key.equals(sort) && !descending ? "-" + key : key, 1, size, hidden);
    }

    /** The address of another page. */
    public String at(long otherPage) {
        return link(sortParameter(), otherPage, size, hidden);
    }

    /** The address with another number of rows. */
    public String sized(int otherSize) {
        return link(sortParameter(), 1, otherSize, hidden);
    }

    /** The address with a column shown or hidden, whichever it is not. */
    public String toggled(String key) {
        Set<String> other = new TreeSet<>(hidden);
        if (!other.remove(key)) {
            other.add(key);
        }
        return link(sortParameter(), page, size, other);
    }

    /** The address of this list as a file, {@code csv} or {@code xlsx}: the same filters and order, all rows. */
    public String export(String format) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path + "." + format);
        filters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.queryParam("sort", sortParameter())
                .encode()
                .buildAndExpand(filters)
                .toUriString();
    }

    /** The value of {@code sort} in the address. */
    public String sortParameter() {
        return (descending ? "-" : "") + sort;
    }

    private String link(String sortBy, long toPage, int ofSize, Set<String> hiding) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        filters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        uri.queryParam("sort", sortBy);
        if (toPage > 1) {
            uri.queryParam("page", toPage);
        }
        if (ofSize != DEFAULT_SIZE) {
            uri.queryParam("size", ofSize);
        }
        if (!hiding.isEmpty()) {
            uri.queryParam("hide", String.join(",", hiding));
        }
        return uri.encode().buildAndExpand(filters).toUriString();
    }

    private static boolean isSortable(List<Column> columns, String asked) {
        return columns.stream().anyMatch(c -> c.sortable() && c.key().equals(key(asked)));
    }

    private static String key(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 7 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        return Integer.parseInt(text);
    }
}
