package org.diban.indicator.measure;

import java.util.ArrayList;
import java.util.List;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;

/** What a definition must keep beyond its schema. */
final class MeasureChecks {
    private MeasureChecks() {}

    static List<Problem> check(Measure measure, Location place) {
        List<Problem> problems = new ArrayList<>();
        if (measure.print().rounding() != measure.direction().againstReporter()) {
            problems.add(MeasureProblem.HELPS_THE_REPORTER.at(place, measure.id()));
        }
        if (measure.kind() == Measure.Kind.RATIO && measure.denominator() == null) {
            problems.add(MeasureProblem.NO_DENOMINATOR_TEXT.at(place, measure.id()));
        }
        boolean compares = measure.statistic().comparesWithBaseline();
        boolean agreed = measure.statistic() instanceof Statistic.AgainstAgreed;
        fits(measure, Guard.BaselineRequired.class, "baseline-required", compares, place, problems);
        fits(measure, Guard.AgreedBefore.class, "agreed-before", agreed, place, problems);
        return problems;
    }

    private static void fits(
            Measure measure,
            Class<? extends Guard> guard,
            String name,
            boolean needed,
            Location place,
            List<Problem> problems) {
        if (needed && !measure.guardedBy(guard)) {
            problems.add(MeasureProblem.GUARD_MISSING.at(place, measure.id(), name));
        }
        if (!needed && measure.guardedBy(guard)) {
            problems.add(MeasureProblem.GUARD_UNFIT.at(place, measure.id(), name));
        }
    }
}
