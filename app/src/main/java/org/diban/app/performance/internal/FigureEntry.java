package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.diban.app.performance.FigureRecord;
import org.diban.app.performance.PerformanceProblem;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.form.Target;
import org.diban.indicator.ledger.AgainstReporter;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FigureValue;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.Statistic;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed as a change of the form: numerator and denominator, a value, or an attainment, as the definition of the figure
 * demands. The digits to print are the server's work.
 *
 * @param figure the figure before the entry
 */
record FigureEntry(FigureRecord figure) {
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,9})?";

    FormChange.FigureEntered entered(Map<String, String> fields, List<EvidenceFile> files) {
        if (files.isEmpty()) {
            throw problem(PerformanceProblem.FILE_REQUIRED, "files");
        }
        Measure measure = figure.measure();
        return new FormChange.FigureEntered(
                figure.scored().indicator().id(),
                value(fields),
                period(fields),
                measure == null ? null : measure.key(),
                files,
                note(fields));
    }

    private FigureValue value(Map<String, String> fields) {
        if (!(figure.scored().indicator().target() instanceof Target.Quantity target)) {
            return new FigureValue.Judgement(attainment(fields.getOrDefault("attainment", "")));
        }
        Measure measure = figure.measure();
        Fraction exact = measure != null && measure.statistic() instanceof Statistic.RatioOfSums(Fraction factor)
                ? ratio(fields, factor)
                : number(fields, "value");
        return new FigureValue.Number(exact, printed(target, measure, exact));
    }

    /** By the definition's rule; where none is bound, or its rule would make the figure look better than it is beside this target, against the reporter. */
    private static BigDecimal printed(Target.Quantity target, @Nullable Measure measure, Fraction exact) {
        BigDecimal careful = AgainstReporter.print(target, exact);
        if (measure == null) {
            return careful;
        }
        BigDecimal ruled = measure.printed(exact);
        return isNoBetter(target, ruled, careful) ? ruled : careful;
    }

    private static boolean isNoBetter(Target.Quantity target, BigDecimal ruled, BigDecimal careful) {
        int order = ruled.compareTo(careful);
        return switch (target.comparison()) {
            case AT_LEAST, MORE_THAN -> order <= 0;
            case AT_MOST, LESS_THAN -> order >= 0;
            case EQUAL -> order == 0;
        };
    }

    private static Fraction ratio(Map<String, String> fields, Fraction factor) {
        Fraction denominator = number(fields, "denominator");
        if (denominator.signum() <= 0) {
            throw problem(PerformanceProblem.NO_DENOMINATOR, "denominator");
        }
        return number(fields, "numerator").dividedBy(denominator).times(factor);
    }

    private static Fraction number(Map<String, String> fields, String field) {
        String text = fields.getOrDefault(field, "").strip().replace(",", "");
        if (!text.matches(NUMBER)) {
            throw problem(PerformanceProblem.NOT_A_NUMBER, field, text.substring(0, Math.min(40, text.length())));
        }
        return Fraction.parse(text);
    }

    /** Points with at most two decimals. */
    static BigDecimal points(String typed, String field) {
        String text = typed.strip();
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(text).signum() == 0) {
            throw problem(PerformanceProblem.NOT_POINTS, field, text.substring(0, Math.min(40, text.length())));
        }
        return new BigDecimal(text).setScale(2);
    }

    private static Attainment attainment(String text) {
        for (Attainment attainment : Attainment.values()) {
            if (attainment.name().equals(text)) {
                return attainment;
            }
        }
        throw problem(PerformanceProblem.NO_ATTAINMENT, "attainment");
    }

    private static Period period(Map<String, String> fields) {
        try {
            return Period.between(
                    LocalDate.parse(fields.getOrDefault("from", "")), LocalDate.parse(fields.getOrDefault("to", "")));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw problem(PerformanceProblem.BAD_PERIOD, "to");
        }
    }

    /** The note, headed by the fraction as it was typed: the exact value keeps it in lowest terms alone. */
    private String note(Map<String, String> fields) {
        String note = fields.getOrDefault("note", "").strip();
        boolean ratio = figure.measure() != null && figure.measure().statistic() instanceof Statistic.RatioOfSums;
        if (!ratio || !(figure.scored().indicator().target() instanceof Target.Quantity)) {
            return note;
        }
        String fraction = fields.getOrDefault("numerator", "").strip() + " ÷ "
                + fields.getOrDefault("denominator", "").strip();
        return note.isEmpty() || note.startsWith(fraction)
                ? (note.isEmpty() ? fraction : note)
                : fraction + "; " + note;
    }

    private static ProblemException problem(PerformanceProblem problem, String field, Object... arguments) {
        return new ProblemException(problem.at(Location.NOWHERE.cell(0, field), arguments));
    }
}
