package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.diban.indicator.review.Digest.Stated;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** V16, V17, V19, V26, V27: what forms of one department say about each other. */
final class FormComparison {
    /** The most forms of one unit and year that are compared with each other: their pairs are looked at one by one. */
    static final int MAX_GROUP = 20_000;

    private final ReviewRules rules;
    private final Consumer<Finding> out;
    private final List<Problem> problems;

    FormComparison(ReviewRules rules, Consumer<Finding> out, List<Problem> problems) {
        this.rules = rules;
        this.out = out;
        this.problems = problems;
    }

    private record UnitYear(String department, String unit, int year) {}

    private record SeriesYear(String department, String unit, String series, int year) {}

    private record DepartmentYear(String department, int year) {}

    /** Compares digests that hold every form of each of their departments. */
    void compare(List<Digest> digests) {
        Map<UnitYear, List<Digest>> units = new LinkedHashMap<>();
        Map<DepartmentYear, List<Digest>> departments = new LinkedHashMap<>();
        Map<SeriesYear, Digest> series = new HashMap<>();
        for (Digest digest : digests) {
            String department = digest.name().department();
            units.computeIfAbsent(new UnitYear(department, digest.unit(), digest.service()), k -> new ArrayList<>())
                    .add(digest);
            departments
                    .computeIfAbsent(
                            new DepartmentYear(department, digest.name().year()), k -> new ArrayList<>())
                    .add(digest);
            series.putIfAbsent(new SeriesYear(department, digest.unit(), digest.series(), digest.service()), digest);
        }
        units.forEach(this::sameYear);
        for (Digest digest : digests) {
            Digest before = series.get(
                    new SeriesYear(digest.name().department(), digest.unit(), digest.series(), digest.service() - 1));
            if (before != null) {
                successive(before, digest);
            }
        }
        departments.forEach(this::band);
    }

    private void sameYear(UnitYear group, List<Digest> forms) {
        if (forms.size() > MAX_GROUP) {
            problems.add(ReviewProblem.GROUP_TOO_LARGE.problem(group.unit(), group.year(), forms.size(), MAX_GROUP));
            return;
        }
        if (forms.size() < 2) {
            return;
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[][] measures = forms.stream()
                .map(form -> form.facts().stream()
                        .mapToInt(fact -> numbers.computeIfAbsent(fact.measure(), m -> numbers.size()))
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        Fraction share = rules.rule("V16").share("shared");
        int least = rules.rule("V16").count("least");
        for (int later = 1; later < forms.size(); later++) {
            Objections made = new Objections();
            for (int earlier = 0; earlier < later; earlier++) {
                if (areAboutOneThing(measures[earlier], measures[later], share, least)) {
                    differences(forms.get(earlier), forms.get(later), made, true);
                }
            }
        }
    }

    private static boolean areAboutOneThing(int[] one, int[] other, Fraction share, int least) {
        int smaller = Math.min(one.length, other.length);
        if (smaller < least) {
            return false;
        }
        int common = 0;
        for (int i = 0, k = 0; i < one.length && k < other.length; ) {
            if (one[i] == other[k]) {
                common++;
                i++;
                k++;
            } else if (one[i] < other[k]) {
                i++;
            } else {
                k++;
            }
        }
        return common >= least
                && (long) common * share.denominator().longValueExact()
                        >= (long) smaller * share.numerator().longValueExact();
    }

    /** What has already been objected to on a form: each fact is objected to once, against the first form that differs. */
    private static final class Objections {
        private final java.util.Set<String> made = new java.util.HashSet<>();

        boolean isNew(String rule, Stated fact) {
            return made.add(rule + fact.indicator());
        }
    }

    private void differences(Digest earlier, Digest later, Objections made, boolean samePeriod) {
        Map<String, Stated> facts = byMeasure(earlier);
        for (Stated fact : later.facts()) {
            Stated other = facts.get(fact.measure());
            if (other == null) {
                continue;
            }
            boolean bothStated = !fact.value().isEmpty() && !other.value().isEmpty();
            if (samePeriod && bothStated && !fact.value().equals(other.value()) && made.isNew("V16", fact)) {
                object("V16", "differs", later, fact, fact.actual(), other.actual(), fact.level3(), project(earlier));
            }
            if (fact.comparison() == null || other.comparison() == null) {
                continue;
            }
            if (!fact.unit().equals(other.unit()) && made.isNew("V19 unit", fact)) {
                object("V19", "unit", later, fact, fact.unit(), other.unit(), fact.level3(), project(earlier));
            }
            if (fact.comparison() != other.comparison() && made.isNew("V19 sign", fact)) {
                object("V19", "sign", later, fact, fact.target(), other.target(), fact.level3(), project(earlier));
            }
        }
    }

    private void successive(Digest before, Digest form) {
        differences(before, form, new Objections(), false);
        Map<String, Stated> facts = byMeasure(before);
        int compared = 0;
        int equal = 0;
        for (Stated fact : form.facts()) {
            Stated last = facts.get(fact.measure());
            if (last == null) {
                continue;
            }
            if (!fact.value().isEmpty() && !last.value().isEmpty()) {
                compared++;
                equal += fact.value().equals(last.value()) ? 1 : 0;
            }
            if (asksForLess(fact, last)) {
                object("V27", "low", form, fact, fact.target(), last.actual(), project(before));
            }
        }
        ReviewRule rule = rules.rule("V17");
        if (compared >= rule.count("least") && Fraction.of(equal, compared).compareTo(rule.share("percent")) >= 0) {
            object("V17", "copied", form, null, equal, project(before), compared);
        }
    }

    /** Whether a target would still be met by a result that is worse than last year's. */
    private static boolean asksForLess(Stated fact, Stated last) {
        BigDecimal aim = fact.aim();
        if (aim == null
                || fact.comparison() == null
                || !last.isNumber()
                || !fact.unit().equals(last.unit())) {
            return false;
        }
        int order = Fraction.of(aim).compareTo(last.number());
        return switch (fact.comparison()) {
            case AT_LEAST, MORE_THAN -> order < 0;
            case AT_MOST, LESS_THAN -> order > 0;
            case EQUAL -> false;
        };
    }

    private void band(DepartmentYear group, List<Digest> forms) {
        ReviewRule rule = rules.rule("V26");
        if (forms.size() < rule.count("least")) {
            return;
        }
        BigDecimal lowest =
                forms.stream().map(Digest::total).reduce(BigDecimal::min).orElseThrow();
        BigDecimal highest =
                forms.stream().map(Digest::total).reduce(BigDecimal::max).orElseThrow();
        if (highest.subtract(lowest).compareTo(rule.parameter("points")) <= 0) {
            object(
                    "V26",
                    "band",
                    forms.getFirst(),
                    null,
                    lowest,
                    highest,
                    forms.size(),
                    group.department(),
                    group.year());
        }
    }

    private void object(String rule, String name, Digest form, @Nullable Stated fact, Object... arguments) {
        out.accept(Subject.objection(
                rules.rule(rule),
                name,
                form.name(),
                fact == null ? null : fact.indicator(),
                fact == null ? (rule.equals("V26") ? "总分" : "实际完成值") : fact.level3(),
                arguments));
    }

    private static String project(Digest form) {
        return form.name().project();
    }

    private static Map<String, Stated> byMeasure(Digest form) {
        Map<String, Stated> facts = new HashMap<>();
        form.facts().forEach(fact -> facts.put(fact.measure(), fact));
        return facts;
    }
}
