package org.diban.indicator.printed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of column headings: their labels from left to right, each with its column. */
final class Heading {
    private final LinkedHashMap<String, Integer> columns = new LinkedHashMap<>();
    private final Map<Integer, String> labels = new HashMap<>();

    private Heading() {}

    static Heading of(GridRow row) {
        Heading heading = new Heading();
        for (Cell cell : row.cells()) {
            String label = Labels.compact(cell.text());
            heading.columns.putIfAbsent(label, cell.location().column());
            heading.labels.putIfAbsent(cell.location().column(), label);
        }
        return heading;
    }

    boolean has(String label) {
        return columns.containsKey(label);
    }

    /** The column of a label, 0 when it is not there. */
    int column(String label) {
        return columns.getOrDefault(label, 0);
    }

    /** Those of the labels that are there, in the order of the heading. */
    List<String> only(List<String> wanted) {
        return columns.keySet().stream().filter(wanted::contains).toList();
    }

    /** Cells by the label above them; {@code null} when one has no label above it. */
    @Nullable
    Map<String, Cell> byColumn(List<Cell> cells) {
        Map<String, Cell> found = new HashMap<>();
        for (Cell cell : cells) {
            String label = labels.get(cell.location().column());
            if (label == null) {
                return null;
            }
            found.put(label, cell.named(label));
        }
        return found;
    }

    /** As many cells as labels, one for each in order. */
    static Map<String, Cell> byOrder(List<String> labels, List<Cell> cells) {
        Map<String, Cell> found = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            found.put(labels.get(i), cells.get(i).named(labels.get(i)));
        }
        return found;
    }
}
