package org.diban.app.shell;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows the rows of this page
 * @param total how many rows all pages have
 * @param <T> the row
 */
public record Listing<T>(List<T> rows, long total) {
    public Listing {
        rows = List.copyOf(rows);
    }
}
