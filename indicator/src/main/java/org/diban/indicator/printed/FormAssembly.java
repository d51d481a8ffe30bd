package org.diban.indicator.printed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diban.indicator.form.FundSource;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The parts of one form while its rows are read. */
final class FormAssembly {
    private static final Pattern YEAR = Pattern.compile("\\(?.{1,12}年度?\\)?");
    private static final List<String> FUND_COLUMNS = List.of(
            Labels.INITIAL_BUDGET,
            Labels.ANNUAL_BUDGET,
            Labels.EXECUTED,
            Labels.FUND_WEIGHT,
            Labels.RATE,
            Labels.SCORE);
    private static final String OF_WHICH = "其中";

    private final Location location;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<FundSource, PrintedFund> funds = new EnumMap<>(FundSource.class);
    private final List<PrintedIndicator> indicators = new ArrayList<>();
    private @Nullable Cell year;
    private @Nullable Cell project;
    private @Nullable Cell department;
    private @Nullable Cell unit;
    private @Nullable Heading fundHeading;
    private @Nullable Heading goalHeading;
    private @Nullable Cell expectedGoals;
    private @Nullable Cell actualGoals;
    private @Nullable IndicatorRows indicatorRows;
    private @Nullable Cell totalWeight;
    private @Nullable Cell totalScore;
    private @Nullable Cell grade;

    FormAssembly(Location location) {
        this.location = location;
    }

    boolean hasProject() {
        return project != null;
    }

    /** Whether the last part has been read. */
    boolean isComplete() {
        return grade != null;
    }

    /** Whether the next row is content whatever it says: the goals stand below their heading. */
    private boolean takesAnyRow() {
        return goalHeading != null && expectedGoals == null;
    }

    void take(GridRow row, String label) {
        List<Cell> cells = row.cells();
        if (takesAnyRow()) {
            takeGoals(row, label);
        } else if (label.equals(Labels.PROJECT)) {
            project = labelled(row, 0, project);
        } else if (label.equals(Labels.DEPARTMENT)) {
            department = labelled(row, 0, department);
            int second = indexOf(row, Labels.UNIT);
            if (second > 0) {
                unit = labelled(row, second, unit);
            }
        } else if (label.equals(Labels.UNIT)) {
            unit = labelled(row, 0, unit);
        } else if (label.startsWith(Labels.FUNDS)) {
            takeFundHeading(row, label);
        } else if (fundSource(label) instanceof FundSource source && indicatorRows == null) {
            takeFund(row, source);
        } else if (indexOf(row, Labels.EXPECTED_GOALS) >= 0) {
            goalHeading = Heading.of(row);
        } else if (indexOf(row, Labels.LEVEL_3) >= 0) {
            takeIndicatorHeading(row);
        } else if (label.equals(Labels.TOTAL)) {
            takeTotal(row);
        } else if (label.equals(Labels.GRADE)) {
            grade = labelled(row, 0, grade);
        } else if (year == null
                && project == null
                && cells.size() == 1
                && YEAR.matcher(label).matches()) {
            year = cells.getFirst().named(Labels.YEAR);
        } else if (indicatorRows != null && totalWeight == null) {
            PrintedIndicator indicator = indicatorRows.read(row, problems);
            if (indicator != null) {
                indicators.add(indicator);
            }
        } else if (!Labels.NOTE.matcher(label).matches()) {
            problems.add(FormProblem.STRAY_ROW.at(
                    cells.getFirst().location(), shortened(cells.getFirst().text())));
        }
    }

    /** The cell after a label; empty when the next cell is a label too or there is none. */
    private Cell labelled(GridRow row, int index, @Nullable Cell before) {
        Cell label = row.cells().get(index);
        String name = Labels.compact(label.text());
        if (before != null) {
            problems.add(FormProblem.PART_TWICE.at(label.location(), name));
        }
        if (index + 1 < row.cells().size()) {
            Cell value = row.cells().get(index + 1);
            if (!Labels.compact(value.text()).equals(Labels.UNIT)) {
                return value.named(name);
            }
        }
        return empty(row, label.location().column() + 1, name);
    }

    private void takeFundHeading(GridRow row, String label) {
        if (label.contains("(") && !label.contains("万元")) {
            problems.add(FormProblem.NOT_WAN_YUAN.at(
                    row.cells().getFirst().location(),
                    shortened(row.cells().getFirst().text())));
        }
        fundHeading = Heading.of(row);
        for (String column : FUND_COLUMNS) {
            if (!fundHeading.has(column)) {
                problems.add(FormProblem.MISSING_PART.at(row.location(), column));
            }
        }
    }

    private void takeFund(GridRow row, FundSource source) {
        Heading heading = fundHeading;
        List<Cell> values = row.cells().subList(1, row.cells().size());
        if (funds.containsKey(source)) {
            problems.add(FormProblem.PART_TWICE.at(row.location(), source.zh()));
        }
        if (heading == null) {
            problems.add(FormProblem.UNCLEAR_ROW.at(row.location(), String.join(" ", FUND_COLUMNS)));
            return;
        }
        List<String> order = heading.only(FUND_COLUMNS);
        Map<String, Cell> byName =
                values.size() == order.size() ? Heading.byOrder(order, values) : heading.byColumn(values);
        if (byName == null) {
            problems.add(FormProblem.UNCLEAR_ROW.at(row.location(), String.join(" ", order)));
            return;
        }
        funds.put(
                source,
                new PrintedFund(
                        source,
                        row.cells().getFirst().named(source.zh()),
                        cell(byName, row, heading, Labels.INITIAL_BUDGET),
                        cell(byName, row, heading, Labels.ANNUAL_BUDGET),
                        cell(byName, row, heading, Labels.EXECUTED),
                        cell(byName, row, heading, Labels.FUND_WEIGHT),
                        cell(byName, row, heading, Labels.RATE),
                        cell(byName, row, heading, Labels.SCORE)));
    }

    private void takeGoals(GridRow row, String label) {
        Heading heading = goalHeading;
        if (heading == null || label.equals(Labels.LEVEL_1) || label.equals(Labels.TOTAL)) {
            goalHeading = null;
            take(row, label);
            return;
        }
        List<String> order = heading.only(List.of(Labels.EXPECTED_GOALS, Labels.ACTUAL_GOALS));
        Map<String, Cell> byName = row.cells().size() == order.size()
                ? Heading.byOrder(order, row.cells())
                : heading.byColumn(row.cells());
        if (byName == null) {
            problems.add(FormProblem.UNCLEAR_ROW.at(row.location(), String.join(" ", order)));
            byName = Map.of();
        }
        expectedGoals = cell(byName, row, heading, Labels.EXPECTED_GOALS);
        actualGoals = cell(byName, row, heading, Labels.ACTUAL_GOALS);
    }

    private void takeIndicatorHeading(GridRow row) {
        if (indicatorRows != null) {
            problems.add(FormProblem.PART_TWICE.at(row.location(), Labels.LEVEL_3));
        }
        indicatorRows = new IndicatorRows(Heading.of(row), row.location(), problems);
    }

    private void takeTotal(GridRow row) {
        List<Cell> values = row.cells().subList(1, row.cells().size());
        List<String> order = List.of(Labels.WEIGHT, Labels.SCORE);
        Map<String, Cell> byName = null;
        if (values.size() == order.size()) {
            byName = Heading.byOrder(order, values);
        } else if (indicatorRows != null) {
            byName = indicatorRows.heading().byColumn(values);
        }
        if (totalWeight != null) {
            problems.add(FormProblem.PART_TWICE.at(row.location(), Labels.TOTAL));
        }
        if (byName == null || !byName.containsKey(Labels.WEIGHT) || !byName.containsKey(Labels.SCORE)) {
            problems.add(FormProblem.UNCLEAR_ROW.at(row.location(), String.join(" ", order)));
            byName = Map.of();
        }
        totalWeight = byName.getOrDefault(Labels.WEIGHT, empty(row, 0, Labels.WEIGHT));
        totalScore = byName.getOrDefault(Labels.SCORE, empty(row, 0, Labels.SCORE));
    }

    /** Adds the form, or the problems that keep it from being one. */
    void finish(List<PrintedForm> forms, List<Problem> all) {
        Cell foundYear = required(year, Labels.YEAR);
        Cell foundProject = required(project, Labels.PROJECT);
        Cell foundDepartment = required(department, Labels.DEPARTMENT);
        Cell foundUnit = required(unit, Labels.UNIT);
        for (FundSource source : FundSource.values()) {
            if (!funds.containsKey(source)
                    && problems.stream().noneMatch(p -> p.code().equals(FormProblem.UNCLEAR_ROW.code()))) {
                problems.add(FormProblem.MISSING_PART.at(location, source.zh()));
            }
        }
        Cell expected = required(expectedGoals, Labels.EXPECTED_GOALS);
        Cell actual = required(actualGoals, Labels.ACTUAL_GOALS);
        if (indicatorRows == null) {
            problems.add(FormProblem.MISSING_PART.at(location, Labels.LEVEL_3));
        } else if (indicators.isEmpty() && problems.isEmpty()) {
            problems.add(FormProblem.NO_INDICATOR.at(location));
        }
        Cell weight = required(totalWeight, Labels.TOTAL);
        Cell score = totalScore == null ? weight : totalScore;
        Cell foundGrade = required(grade, Labels.GRADE);
        if (problems.isEmpty()) {
            forms.add(new PrintedForm(
                    location,
                    foundYear,
                    foundProject,
                    foundDepartment,
                    foundUnit,
                    expected,
                    actual,
                    List.copyOf(funds.values()),
                    indicators,
                    weight,
                    score,
                    foundGrade));
        }
        all.addAll(problems);
    }

    private Cell required(@Nullable Cell cell, String label) {
        if (cell == null) {
            problems.add(FormProblem.MISSING_PART.at(location, label));
            return new Cell("", location);
        }
        return cell;
    }

    private static Cell cell(Map<String, Cell> byName, GridRow row, Heading heading, String name) {
        Cell cell = byName.get(name);
        return cell == null ? empty(row, heading.column(name), name) : cell;
    }

    static Cell empty(GridRow row, int column, String name) {
        return new Cell("", row.location().cell(column, name));
    }

    private static int indexOf(GridRow row, String label) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (Labels.compact(row.cells().get(i).text()).equals(label)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable FundSource fundSource(String label) {
        String name = label.startsWith(OF_WHICH) ? label.substring(OF_WHICH.length()) : label;
        if (name.startsWith(":")) {
            name = name.substring(1);
        }
        for (FundSource source : FundSource.values()) {
            if (name.equals(source.zh())) {
                return source;
            }
        }
        return null;
    }

    /** At most forty characters of a cell, for a message. */
    static String shortened(String text) {
        return text.length() <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 40))) + "…";
    }
}
