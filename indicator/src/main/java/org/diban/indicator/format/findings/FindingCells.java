package org.diban.indicator.format.findings;

import java.util.List;
import java.util.Locale;
import org.diban.indicator.review.Finding;
import org.diban.kernel.problem.Text;

/** A finding as the cells of a row. */
final class FindingCells {
    private static final List<Text> HEADING = List.of(
            new Text("规则", "Rule"),
            new Text("级别", "Severity"),
            new Text("项目名称", "Project"),
            new Text("年度", "Year"),
            new Text("主管部门", "Department"),
            new Text("指标或栏目", "Indicator or part"),
            new Text("数字", "Figure"),
            new Text("对照", "Against"),
            new Text("说明", "Message"),
            new Text("位置", "Place"));

    private FindingCells() {}

    static List<String> heading(Locale locale) {
        return HEADING.stream().map(text -> text.in(locale)).toList();
    }

    static List<String> of(Finding finding, Locale locale) {
        return List.of(
                finding.rule(),
                finding.severity().text().in(locale),
                finding.form().project(),
                Integer.toString(finding.form().year()),
                finding.form().department(),
                finding.field(),
                finding.figure(),
                finding.neighbour(),
                finding.message().in(locale),
                finding.form().key());
    }
}
