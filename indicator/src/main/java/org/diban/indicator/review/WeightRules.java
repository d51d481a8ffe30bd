package org.diban.indicator.review;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diban.indicator.form.Indicator;

/** V07, V08: how the points are spread over the first level. */
final class WeightRules {
    static final String SATISFACTION = "满意度指标";

    private WeightRules() {}

    static void check(Subject subject) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (Indicator indicator : subject.submission().form().indicators()) {
            weights.merge(indicator.level1(), indicator.weight(), BigDecimal::add);
        }
        List<Map<String, BigDecimal>> customary = subject.scored().rules().levels();
        if (customary.stream().noneMatch(levels -> same(levels, weights))) {
            Map<String, BigDecimal> nearest = customary.stream()
                    .filter(levels -> levels.keySet().equals(weights.keySet()))
                    .findFirst()
                    .orElse(customary.getFirst());
            subject.object("V07", "split", "分值", print(weights), print(nearest));
        }
        if (!weights.containsKey(SATISFACTION)) {
            subject.object("V08", "none", "一级指标", print(weights), SATISFACTION);
        }
    }

    private static boolean same(Map<String, BigDecimal> expected, Map<String, BigDecimal> weights) {
        return expected.keySet().equals(weights.keySet())
                && expected.entrySet().stream()
                        .allMatch(level ->
                                level.getValue().compareTo(weights.getOrDefault(level.getKey(), BigDecimal.ZERO)) == 0);
    }

    private static String print(Map<String, BigDecimal> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(level -> level.getKey() + " "
                        + level.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" / "));
    }
}
