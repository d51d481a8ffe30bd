package org.diban.app.performance;

import java.math.BigDecimal;
import java.util.List;
import org.diban.kernel.problem.Problem;

/**
 * What a file holds, checked against the rules. Long lists are cut; the counts are those of the whole file.
 *
 * @param forms how many forms could be read
 * @param cells how many of their cells were compared with what Diban prints
 * @param differences how many cells are not reproduced
 * @param unexplained how many printed scores lack points without a reason
 * @param problems how many problems
 * @param entries the forms, at most {@value #MOST}
 * @param details the problems, at most {@value #MOST}
 */
public record ImportReport(
        int forms,
        int cells,
        int differences,
        int unexplained,
        int problems,
        List<Entry> entries,
        List<Problem> details) {
    /** The longest list that a report keeps. */
    public static final int MOST = 1000;

    public ImportReport {
        entries = List.copyOf(entries);
        details = List.copyOf(details);
    }

    /** Whether the file can be taken: it has forms and no problem. */
    public boolean faultless() {
        return forms > 0 && problems == 0;
    }

    /**
     * A form of the file.
     *
     * @param place where it begins
     * @param project 项目名称
     * @param year the year
     * @param printed 总分 as printed
     * @param computed 总分 by the rules, without the deductions that nobody explained
     * @param grade 评分等级 as printed
     * @param differences its cells that are not reproduced
     * @param deductions its printed scores that lack points without a reason
     */
    public record Entry(
            String place,
            String project,
            int year,
            BigDecimal printed,
            BigDecimal computed,
            String grade,
            List<Difference> differences,
            List<Unexplained> deductions) {
        public Entry {
            differences = List.copyOf(differences);
            deductions = List.copyOf(deductions);
        }
    }

    /**
     * A cell that Diban prints differently.
     *
     * @param place where it stands
     * @param read what was read
     * @param printed what Diban prints
     */
    public record Difference(String place, String read, String printed) {}

    /**
     * Points missing without a reason.
     *
     * @param place where the printed score stands
     * @param indicator 三级指标
     * @param computed by the rules
     * @param printed on the form
     */
    public record Unexplained(String place, String indicator, BigDecimal computed, BigDecimal printed) {}
}
