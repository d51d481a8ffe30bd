package org.diban.indicator.format;

import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedFund;
import org.diban.indicator.printed.PrintedIndicator;
import org.diban.kernel.problem.Location;

/** Made-up forms. */
public final class SampleForms {
    private static final String PARAGRAPH = "完成示例区数据中心机房、网络与平台的日常运行，按月检查、按季评估、按年总结，发现的问题在规定时限内整改，并形成记录备查。";

    private SampleForms() {}

    /** A small form with merged level-1 and level-2 cells. */
    public static PrintedForm small() {
        return form("示例区数据平台运行项目", "保障平台稳定运行。\n可用率不低于99.9%。", "平台稳定运行，可用率99.95%。", indicators());
    }

    /** A form with goals of the given number of paragraphs. */
    public static PrintedForm withGoals(int paragraphs) {
        List<String> goals = new ArrayList<>();
        for (int i = 1; i <= paragraphs; i++) {
            goals.add(i + "、" + PARAGRAPH);
        }
        String text = String.join("\n", goals);
        return form("示例区综合运行保障项目（第" + paragraphs + "期）", text, text, indicators());
    }

    /** A form with many indicators. */
    public static PrintedForm withIndicators(int count) {
        List<PrintedIndicator> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(indicator(
                    i < count / 2 ? "产出指标" : "效益指标",
                    i % 20 < 10 ? "数量指标" : "质量指标",
                    "第" + (i + 1) + "项服务完成数量",
                    "≥" + (i + 1) + ".00(项)",
                    (i + 2) + ".00(项)",
                    "1.00",
                    "1.00",
                    ""));
        }
        return form("示例区多指标项目", "略", "略", rows);
    }

    /** A form with this project's name and these goals. */
    public static PrintedForm form(String project, String expected, String actual, List<PrintedIndicator> indicators) {
        return new PrintedForm(
                Location.NOWHERE,
                Cell.of("(2024年度)"),
                Cell.of(project),
                Cell.of("示例区数据中心"),
                Cell.of("示例区数据中心"),
                Cell.of(expected),
                Cell.of(actual),
                List.of(
                        fund(FundSource.TOTAL, "年度资金总额", "1,250.00", "1,200.50", "1,188.49", "10.00", "98.99", "9.90"),
                        fund(FundSource.FISCAL, "其中：当年财政拨款", "1,250.00", "1,200.50", "1,188.49", "-", "98.99", "-"),
                        fund(FundSource.CARRIED_OVER, "上年结转资金", "0.00", "0.00", "0.00", "-", "0.00", "-"),
                        fund(FundSource.OTHER, "其他资金", "0.00", "0.00", "0.00", "-", "0.00", "-")),
                indicators,
                Cell.of("100.00"),
                Cell.of("97.40"),
                Cell.of("优"));
    }

    /** The indicators of the small form. */
    public static List<PrintedIndicator> indicators() {
        return List.of(
                indicator("产出指标", "数量指标", "月度报告份数", "=12.00(份)", "12.00(份)", "10.00", "10.00", ""),
                indicator("产出指标", "数量指标", "接入点位数", "≥600.00(个)", "612.00(个)", "10.00", "10.00", ""),
                indicator("产出指标", "质量指标", "平台可用率", "≥99.90(%)", "99.95(%)", "20.00", "20.00", ""),
                indicator(
                        "产出指标", "时效指标", "故障处置时间", "≤4.00(小时)", "4.50(小时)", "10.00", "8.00", "备件到货晚于约定，已与供应商改签每季备货协议。"),
                indicator("效益指标", "社会效益指标", "政务服务效率", "提升", "达成指标", "30.00", "29.50", ""),
                indicator("满意度指标", "服务对象满意度指标", "使用人员满意度", "≥90.00(%)", "96.00(%)", "10.00", "10.00", ""));
    }

    /** A row of the indicator table. */
    public static PrintedIndicator indicator(
            String level1,
            String level2,
            String level3,
            String target,
            String actual,
            String weight,
            String score,
            String explanation) {
        return new PrintedIndicator(
                Cell.of(level1),
                Cell.of(level2),
                Cell.of(level3),
                Cell.of(target),
                Cell.of(actual),
                Cell.of(weight),
                Cell.of(score),
                Cell.of(explanation));
    }

    private static PrintedFund fund(
            FundSource source,
            String label,
            String initial,
            String annual,
            String executed,
            String weight,
            String rate,
            String score) {
        return new PrintedFund(
                source,
                Cell.of(label),
                Cell.of(initial),
                Cell.of(annual),
                Cell.of(executed),
                Cell.of(weight),
                Cell.of(rate),
                Cell.of(score));
    }
}
