package org.diban.indicator.printed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The reading of single cells. A cell that cannot be read adds a problem and gives {@code null}. */
final class CellParser {
    private static final String DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})";
    private static final String NUMBER = "[-−]?" + DIGITS + "(?:\\.[0-9]{1,9})?";
    private static final String UNIT = "(?:[(（]\\s*([^()（）]{0,30}?)\\s*[)）]|([%％]))?";
    private static final Pattern POINTS = Pattern.compile("-?[0-9]{1,6}(?:\\.[0-9]+)?");
    private static final Pattern MONEY = Pattern.compile(DIGITS + "(?:\\.[0-9]+)?");
    private static final Pattern FIGURE = Pattern.compile("(" + NUMBER + ")\\s*" + UNIT);
    private static final Pattern TARGET = Pattern.compile("(≥|≧|>=|≤|≦|<=|=|＝|>|＞|<|＜)\\s*(" + NUMBER + ")\\s*" + UNIT);
    private static final Pattern SIGN = Pattern.compile("[≥≧≤≦=＝>＞<＜].*", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("[(（]?\\s*([12][0-9]{3})\\s*年度?\\s*[)）]?");
    private static final int MONEY_DECIMALS = 6;
    private static final int POINT_DECIMALS = 2;

    private final List<Problem> problems;

    CellParser(List<Problem> problems) {
        this.problems = problems;
    }

    @Nullable
    Integer year(Cell cell) {
        Matcher matcher = YEAR.matcher(cell.text());
        return matcher.matches()
                ? Integer.valueOf(matcher.group(1))
                : refuse(FormProblem.BAD_YEAR, cell, FormAssembly.shortened(cell.text()));
    }

    /** A text that must be there. */
    @Nullable
    String text(Cell cell) {
        return cell.isEmpty() ? refuse(FormProblem.EMPTY, cell) : cell.text();
    }

    /** An amount in 万元, not negative. */
    @Nullable
    Money money(Cell cell) {
        BigDecimal number = number(cell, MONEY, MONEY_DECIMALS);
        return number == null ? null : Money.ofWanYuan(number);
    }

    /** Points, two decimals at most. */
    @Nullable
    BigDecimal points(Cell cell) {
        BigDecimal number = number(cell, POINTS, POINT_DECIMALS);
        return number == null ? null : number.setScale(Math.max(POINT_DECIMALS, number.scale()));
    }

    private @Nullable BigDecimal number(Cell cell, Pattern pattern, int decimals) {
        if (cell.isEmpty()) {
            return refuse(FormProblem.EMPTY, cell);
        }
        if (!pattern.matcher(cell.text()).matches()) {
            return refuse(FormProblem.NOT_A_NUMBER, cell, FormAssembly.shortened(cell.text()));
        }
        BigDecimal number = decimal(cell.text());
        return number.scale() > decimals
                ? refuse(FormProblem.TOO_MANY_DECIMALS, cell, FormAssembly.shortened(cell.text()), decimals)
                : number;
    }

    @Nullable
    Target target(Cell cell) {
        if (cell.isEmpty()) {
            return refuse(FormProblem.EMPTY, cell);
        }
        Matcher number = TARGET.matcher(cell.text());
        if (number.matches()) {
            return percentage(
                    cell,
                    new Target.Quantity(comparison(number.group(1)), decimal(number.group(2)), unit(number, 3)),
                    decimal(number.group(2)),
                    unit(number, 3));
        }
        boolean halfNumber = SIGN.matcher(cell.text()).matches()
                || FIGURE.matcher(cell.text()).matches();
        return halfNumber
                ? refuse(FormProblem.BAD_TARGET, cell, FormAssembly.shortened(cell.text()))
                : new Target.Quality(cell.text());
    }

    /** The actual value: nothing for an empty cell, {@code null} after a problem. */
    @Nullable
    Optional<Actual> actual(Cell cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        for (Actual.Attainment attainment : Actual.Attainment.values()) {
            if (cell.text().equals(attainment.zh())) {
                return Optional.of(new Actual.Quality(attainment, Actual.Origin.TRANSCRIBED));
            }
        }
        Matcher number = FIGURE.matcher(cell.text());
        if (!number.matches()) {
            return refuse(FormProblem.BAD_ACTUAL, cell, FormAssembly.shortened(cell.text()));
        }
        BigDecimal value = decimal(number.group(1));
        Actual actual = new Actual.Quantity(Fraction.of(value), value, unit(number, 2), Actual.Origin.TRANSCRIBED);
        return percentage(cell, Optional.of(actual), value, unit(number, 2));
    }

    private <T> @Nullable T percentage(Cell cell, T read, BigDecimal value, String unit) {
        boolean outside = value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0;
        return unit.equals("%") && outside
                ? refuse(FormProblem.PERCENTAGE, cell, FormAssembly.shortened(cell.text()))
                : read;
    }

    private <T> @Nullable T refuse(FormProblem problem, Cell cell, Object... arguments) {
        problems.add(problem.at(cell.location(), arguments));
        return null;
    }

    private static String unit(Matcher matcher, int group) {
        if (matcher.group(group + 1) != null) {
            return "%";
        }
        String unit = matcher.group(group);
        return unit == null ? "" : unit.equals("％") ? "%" : unit;
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case "≥", "≧", ">=" -> Comparison.AT_LEAST;
            case "≤", "≦", "<=" -> Comparison.AT_MOST;
            case "=", "＝" -> Comparison.EQUAL;
            case ">", "＞" -> Comparison.MORE_THAN;
            default -> Comparison.LESS_THAN;
        };
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits.replace(",", "").replace('−', '-'));
    }
}
