package org.diban.app.performance.internal;

import java.util.Locale;
import org.diban.app.shell.Page;
import org.diban.indicator.measure.Guard;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.Statistic;
import org.diban.kernel.problem.Text;

/** The parts of a measure's definition in words. */
public final class MeasureWords {
    private MeasureWords() {}

    /** The printing rule, {@code 截断，保留 2 位小数}. */
    public static String print(Page page, Measure measure) {
        return page.t(
                "performance.print." + measure.print().rounding().name().toLowerCase(Locale.ROOT),
                measure.print().scale());
    }

    public static String kind(Page page, Measure measure) {
        return page.t("performance.kind." + measure.kind().name().toLowerCase(Locale.ROOT));
    }

    public static String direction(Page page, Measure measure) {
        return page.t("performance.direction." + measure.direction().name().toLowerCase(Locale.ROOT));
    }

    /** How rows become the figure. */
    public static Text statistic(Statistic statistic) {
        return switch (statistic) {
            case Statistic.RatioOfSums(var factor) ->
                new Text("Σ分子 ÷ Σ分母 × " + factor, "Σ numerator ÷ Σ denominator × " + factor);
            case Statistic.Count(long per) ->
                per == 1 ? new Text("计数", "number of rows") : new Text("计数 ÷ " + per, "number of rows ÷ " + per);
            case Statistic.Sum(long per) -> per == 1 ? new Text("求和", "sum") : new Text("求和 ÷ " + per, "sum ÷ " + per);
            case Statistic.Maximum() -> new Text("最大值", "maximum");
            case Statistic.Mean() -> new Text("平均值", "mean");
            case Statistic.MeanOfMeans() -> new Text("各对象平均值的平均", "mean over the keys of each key's mean");
            case Statistic.Percentile(int percent) ->
                new Text("第 " + percent + " 百分位数", percent + "th percentile (nearest rank)");
            case Statistic.AllMet() -> new Text("每条都满足", "every row is met");
            case Statistic.AtLeastMet(int rows) ->
                new Text("至少 " + rows + " 条满足", "at least " + rows + " rows are met");
            case Statistic.LatestMet() -> new Text("最近一条满足", "the latest row is met");
            case Statistic.Change(Statistic of) ->
                new Text(
                        "与基期相比的变化：" + statistic(of).zh(),
                        "change against the baseline: " + statistic(of).en());
            case Statistic.AgainstAgreed(Statistic of) ->
                new Text(
                        "达到事先约定的标准：" + statistic(of).zh(),
                        "reaches the agreed threshold: " + statistic(of).en());
            case Statistic.NoneWorse(var figures) ->
                new Text(
                        "无一变差且至少一项变好：" + String.join("、", figures.keySet()),
                        "none worse and at least one better: " + String.join(", ", figures.keySet()));
        };
    }

    /** A condition without which the figure would be false. */
    public static Text guard(Guard guard) {
        return switch (guard) {
            case Guard.DistinctBy(Text what) ->
                new Text("同一" + what.zh() + "只计一次", "each " + what.en() + " counts once");
            case Guard.OncePer(Guard.Span span) ->
                span == Guard.Span.MONTH
                        ? new Text("每月只计一次", "one row counts per month")
                        : new Text("每季度只计一次", "one row counts per quarter");
            case Guard.ReportsOnMonth() ->
                new Text("所报月份结束之后出具才计入", "counts when dated after the month that it reports on");
            case Guard.NilReturnEachMonth() -> new Text("每月须有记录或零报告", "each month has a row or a signed nil return");
            case Guard.BaselineRequired() -> new Text("须有基期数据", "there is a baseline");
            case Guard.AgreedBefore() -> new Text("标准须在周期开始前约定", "the threshold was agreed before the period");
            case Guard.SampleSize() -> new Text("有效样本量足够（95% 置信度，±5%）", "enough valid answers (95 % confidence, ±5 %)");
            case Guard.Words(Text text) -> text;
        };
    }
}
