package org.diban.indicator.printed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the indicator table, from its heading on.
 *
 * <p>A row is read by its shape: name, target and actual value stand before two numbers, weight and score; before the name stand the
 * first and second level, as far as they are printed. That holds for shifted rows too. A row that lacks one of these cells has another
 * shape; it is read by the columns of the heading, if all its cells stand below one.
 */
final class IndicatorRows {
    private static final List<String> COLUMNS = List.of(
            Labels.LEVEL_1,
            Labels.LEVEL_2,
            Labels.LEVEL_3,
            Labels.TARGET,
            Labels.ACTUAL,
            Labels.WEIGHT,
            Labels.SCORE,
            Labels.EXPLANATION);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Heading heading;
    private @Nullable Cell level1;
    private @Nullable Cell level2;

    IndicatorRows(Heading heading, Location location, List<Problem> problems) {
        this.heading = heading;
        for (String column : COLUMNS) {
            if (!heading.has(column)) {
                problems.add(FormProblem.MISSING_PART.at(location, column));
            }
        }
    }

    Heading heading() {
        return heading;
    }

    /** The row's cells, levels filled down; {@code null} after a problem. */
    @Nullable
    PrintedIndicator read(GridRow row, List<Problem> problems) {
        Map<String, Cell> cells = byShape(row.cells());
        if (cells == null) {
            cells = heading.byColumn(row.cells());
        }
        if (cells == null) {
            problems.add(FormProblem.UNCLEAR_ROW.at(row.location(), String.join(" ", COLUMNS)));
            return null;
        }
        Cell first = cells.get(Labels.LEVEL_1);
        Cell second = cells.get(Labels.LEVEL_2);
        if (first != null && second == null && Labels.SECOND_LEVEL.contains(first.text())) {
            second = first.named(Labels.LEVEL_2);
            first = null;
        }
        if (first != null) {
            level1 = first;
            level2 = null;
        }
        if (second != null) {
            level2 = second;
        }
        return new PrintedIndicator(
                level1 == null ? cell(cells, row, Labels.LEVEL_1) : level1,
                level2 == null ? cell(cells, row, Labels.LEVEL_2) : level2,
                cell(cells, row, Labels.LEVEL_3),
                cell(cells, row, Labels.TARGET),
                cell(cells, row, Labels.ACTUAL),
                cell(cells, row, Labels.WEIGHT),
                cell(cells, row, Labels.SCORE),
                cell(cells, row, Labels.EXPLANATION));
    }

    private Cell cell(Map<String, Cell> cells, GridRow row, String label) {
        Cell cell = cells.get(label);
        return cell == null ? FormAssembly.empty(row, heading.column(label), label) : cell;
    }

    private @Nullable Map<String, Cell> byShape(List<Cell> cells) {
        int weight = cells.size() - 2;
        while (weight >= 3 && !(isNumber(cells.get(weight)) && isNumber(cells.get(weight + 1)))) {
            weight--;
        }
        int levels = weight - 3;
        int after = cells.size() - weight - 2;
        if (levels < 0 || levels > 2 || after > 1 || isLevel(cells.get(levels))) {
            return null;
        }
        Map<String, Cell> found = new HashMap<>();
        for (int i = levels; i < cells.size(); i++) {
            String label = COLUMNS.get(2 + i - levels);
            found.put(label, cells.get(i).named(label));
        }
        if (levels == 2) {
            found.put(Labels.LEVEL_1, cells.get(0).named(Labels.LEVEL_1));
            found.put(Labels.LEVEL_2, cells.get(1).named(Labels.LEVEL_2));
        } else if (levels == 1) {
            String label = levelOf(cells.getFirst());
            found.put(label, cells.getFirst().named(label));
        }
        return found;
    }

    /** Which level a level's cell has that stands alone: its name says it or, where that is not known, its column. */
    private String levelOf(Cell cell) {
        boolean belowFirst = cell.location().column() <= heading.column(Labels.LEVEL_1);
        return belowFirst && !Labels.SECOND_LEVEL.contains(cell.text()) ? Labels.LEVEL_1 : Labels.LEVEL_2;
    }

    private static boolean isNumber(Cell cell) {
        return NUMBER.matcher(cell.text()).matches();
    }

    private static boolean isLevel(Cell cell) {
        return Labels.SECOND_LEVEL.contains(cell.text()) || Labels.FIRST_LEVEL.contains(cell.text());
    }
}
