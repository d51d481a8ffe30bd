package org.diban.indicator.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** The fields of a form under stable paths, with their contents as a person reads them. */
final class Fields {
    private final Map<String, FormDiff.Field> fields = new LinkedHashMap<>();

    private Fields() {}

    private void put(String path, Text label, String content) {
        fields.put(path, new FormDiff.Field(label, content));
    }

    static Map<String, FormDiff.Field> of(FormState state) {
        Fields out = new Fields();
        Form form = state.form();
        out.put("year", new Text("年度", "Year"), Integer.toString(form.year()));
        out.put("project", new Text("项目名称", "Project"), form.project());
        out.put("department", new Text("主管部门", "Department in charge"), form.department());
        out.put("unit", new Text("实施单位", "Implementing unit"), form.unit());
        out.put(
                "rules",
                new Text("评分规则", "Rule set"),
                state.rules().id() + "." + state.rules().version());
        form.funds().forEach(row -> fund(row, out));
        out.put("expectedGoals", new Text("预期目标", "Expected goals"), form.expectedGoals());
        out.put("actualGoals", new Text("实际完成情况", "Goals reached"), form.actualGoals());
        out.put(
                "indicators",
                new Text("指标顺序", "Order of indicators"),
                form.indicators().stream().map(Indicator::id).collect(Collectors.joining(" ")));
        form.indicators().forEach(indicator -> indicator(indicator, out));
        return out.fields;
    }

    private static void fund(FundRow row, Fields out) {
        String path = "funds/" + Members.word(row.source()) + "/";
        String zh = row.source().zh() + " ";
        String en = row.source().en() + ", ";
        out.put(path + "initialBudget", new Text(zh + "年初预算数", en + "initial budget"), wan(row.initialBudget()));
        out.put(path + "annualBudget", new Text(zh + "全年预算数", en + "annual budget"), wan(row.annualBudget()));
        out.put(path + "executed", new Text(zh + "全年执行数", en + "executed"), wan(row.executed()));
    }

    /** The amount in 万元 with every digit that is not nought, at least two. */
    private static String wan(Money money) {
        BigDecimal exact = money.exactWanYuan().stripTrailingZeros();
        return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
    }

    private static void indicator(Indicator i, Fields out) {
        String path = "indicators/" + i.id() + "/";
        String name = i.level3() + " ";
        MeasureRef measure = i.measure();
        out.put(path + "level1", new Text(name + "一级指标", name + "level 1"), i.level1());
        out.put(path + "level2", new Text(name + "二级指标", name + "level 2"), i.level2());
        out.put(path + "level3", new Text(name + "三级指标", name + "level 3"), i.level3());
        out.put(path + "target", new Text(name + "年度指标值", name + "target"), target(i.target()));
        out.put(path + "actual", new Text(name + "实际完成值", name + "actual value"), actual(i.actual()));
        out.put(
                path + "origin",
                new Text(name + "来源", name + "origin"),
                i.actual() == null ? "" : Members.word(i.actual().origin()));
        out.put(
                path + "weight",
                new Text(name + "分值", name + "weight"),
                i.weight().toPlainString());
        out.put(
                path + "measure",
                new Text(name + "度量", name + "measure"),
                measure == null ? "" : measure.id() + "." + measure.version());
        out.put(
                path + "deductions",
                new Text(name + "扣分", name + "deductions"),
                i.deductions().stream().map(Fields::deduction).collect(Collectors.joining("; ")));
        out.put(path + "explanation", new Text(name + "偏差说明", name + "explanation"), i.explanation());
    }

    private static String deduction(Deduction deduction) {
        return deduction.amount().toPlainString() + (deduction.reason() == null ? "" : " " + deduction.reason());
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.Quantity q ->
                q.comparison().sign() + q.value().toPlainString() + (q.unit().isEmpty() ? "" : "(" + q.unit() + ")");
            case Target.Quality q -> q.text();
        };
    }

    private static String actual(@Nullable Actual actual) {
        return switch (actual) {
            case null -> "";
            case Actual.Quantity q ->
                q.printed().toPlainString()
                        + (q.unit().isEmpty() ? "" : "(" + q.unit() + ")")
                        + (Fraction.of(q.printed()).equals(q.exact()) ? "" : " = " + q.exact());
            case Actual.Quality q -> q.attainment().zh();
        };
    }
}
