package org.diban.sample.district;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.diban.indicator.form.Actual.Attainment;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.indicator.ledger.AgainstReporter;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FigureValue;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.RuleRef;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** The projects of the sample district: one with most figures entered, one with half of them, one with none. */
final class SampleProjects {
    private static final int YEAR = 2024;
    private static final LocalDate DATED = LocalDate.of(2025, 1, 6);
    private static final long FEN_PER_YUAN = 100;

    private final RandomGenerator random;
    private final MeasureCatalogue measures;

    SampleProjects(RandomGenerator random, MeasureCatalogue measures) {
        this.random = random;
        this.measures = measures;
    }

    List<SampleProject> all() {
        return List.of(network(), data(), security());
    }

    private SampleProject network() {
        List<Indicator> rows = List.of(
                row(1, "产出指标", "质量指标", "网络可用率", quantity(Comparison.AT_LEAST, "99.90", "%"), "15.00"),
                row(2, "产出指标", "质量指标", "网络延时", quantity(Comparison.AT_MOST, "2.00", "ms"), "15.00"),
                row(3, "产出指标", "质量指标", "等保2.0三级测评", new Target.Quality("通过"), "20.00"),
                row(4, "效益指标", "社会效益指标", "一次性建设成本、运营成本", new Target.Quality("降低"), "30.00"),
                row(5, "满意度指标", "服务对象满意度指标", "工作人员满意度", quantity(Comparison.AT_LEAST, "90.00", "%"), "10.00"));
        Story story = new Story("network", "示例区电子政务外网服务项目(合成)", rows);
        long minutes = 527_040;
        story.number("i01", Fraction.of((minutes - 60 - random.nextInt(300)) * 100, minutes), "示例可用率统计.txt");
        story.judgement("i03", Attainment.MET, "示例测评结论.txt");
        story.judgement("i04", Attainment.PARTLY_MET, "示例成本说明.txt");
        story.number("i05", Fraction.of(9_000 + random.nextInt(800), 100), "示例满意度汇总.txt");
        story.add("demo-officer", new FormChange.ExplanationRecorded("i04", "示例说明:部分线路尚未整合。"));
        return story.project();
    }

    private SampleProject data() {
        List<Indicator> rows = List.of(
                row(1, "产出指标", "数量指标", "年度数据质量检查数", quantity(Comparison.EQUAL, "12.00", "次"), "20.00"),
                row(2, "产出指标", "质量指标", "编目质量达标率", quantity(Comparison.AT_LEAST, "95.00", "%"), "15.00"),
                row(3, "产出指标", "时效指标", "服务工单按时完成率", quantity(Comparison.AT_LEAST, "95.00", "%"), "15.00"),
                row(4, "效益指标", "社会效益指标", "公共数据集中统一管理能力", new Target.Quality("高"), "30.00"),
                row(5, "满意度指标", "服务对象满意度指标", "服务对象满意度", quantity(Comparison.AT_LEAST, "85.00", "%"), "10.00"));
        Story story = new Story("data", "示例区公共数据运营项目(合成)", rows);
        story.number("i01", Fraction.of(12), "示例检查清单.txt");
        long items = 1_200 + random.nextInt(400);
        story.number("i02", Fraction.of((items - items / 30) * 100, items), "示例编目检查.txt");
        story.add(
                "demo-assessor",
                new FormChange.DeductionRecorded("i02", new BigDecimal("0.50"), "示例理由:抽查发现两项命名不规范。", false));
        return story.project();
    }

    private SampleProject security() {
        List<Indicator> rows = List.of(
                row(1, "产出指标", "数量指标", "月度服务报告频次", quantity(Comparison.EQUAL, "12.00", "次/年"), "25.00"),
                row(2, "产出指标", "质量指标", "安全事件处置率", quantity(Comparison.EQUAL, "100.00", "%"), "25.00"),
                row(3, "效益指标", "社会效益指标", "重大网络安全事件", quantity(Comparison.EQUAL, "0.00", "次"), "30.00"),
                row(4, "满意度指标", "服务对象满意度指标", "工作人员满意度", quantity(Comparison.AT_LEAST, "90.00", "%"), "10.00"));
        return new Story("security", "示例区数据安全服务项目(合成)", rows).project();
    }

    private static Target quantity(Comparison comparison, String value, String unit) {
        return new Target.Quantity(comparison, new BigDecimal(value), unit);
    }

    private Indicator row(int number, String level1, String level2, String name, Target target, String weight) {
        MeasureRef measure = measures.forIndicator(name).map(m -> m.key().ref()).orElse(null);
        return new Indicator(
                "i0" + number, level1, level2, name, target, null, new BigDecimal(weight), measure, List.of(), "");
    }

    /** A project under construction. */
    private final class Story {
        private final String key;
        private final String name;
        private final List<Indicator> rows;
        private final List<SampleProject.Step> steps = new ArrayList<>();
        private final List<SampleFile> files = new ArrayList<>();

        private Story(String key, String name, List<Indicator> rows) {
            this.key = key;
            this.name = name;
            this.rows = rows;
            Money budget = new Money((200 + random.nextInt(300)) * 10_000L * FEN_PER_YUAN);
            Money executed = new Money(budget.fen() / 1000 * (930 + random.nextInt(70)));
            List<FundRow> funds = List.of(
                    new FundRow(FundSource.TOTAL, budget, budget, executed),
                    new FundRow(FundSource.FISCAL, budget, budget, executed),
                    new FundRow(FundSource.CARRIED_OVER, Money.ZERO, Money.ZERO, Money.ZERO),
                    new FundRow(FundSource.OTHER, Money.ZERO, Money.ZERO, Money.ZERO));
            Form form = new Form(YEAR, name, "示例区大数据中心", "示例区大数据中心", "示例目标:按年度计划提供服务。", "示例情况:服务按计划提供。", funds, rows);
            add("demo-officer", new FormChange.Opened(form, null, RuleRef.of(RuleSets.standard())));
        }

        private void add(String by, FormChange change) {
            steps.add(new SampleProject.Step(by, change));
        }

        private void number(String id, Fraction exact, String file) {
            if (!(indicator(id).target() instanceof Target.Quantity target)) {
                throw new IllegalArgumentException(id + " has no target in numbers");
            }
            enter(id, new FigureValue.Number(exact, AgainstReporter.print(target, exact)), file, exact.toString());
        }

        private void judgement(String id, Attainment attainment, String file) {
            enter(id, new FigureValue.Judgement(attainment), file, attainment.zh());
        }

        private void enter(String id, FigureValue value, String fileName, String content) {
            Indicator indicator = indicator(id);
            SampleFile file = new SampleFile(
                    fileName,
                    DATED,
                    "合成示例材料,不代表任何真实项目。\n项目:" + name + "\n指标:" + indicator.level3() + "\n数值:" + content + "\n");
            files.add(file);
            List<EvidenceFile> behind = List.of(file.reference());
            add(
                    "demo-officer",
                    new FormChange.FigureEntered(id, value, Period.year(YEAR), definition(indicator), behind, "示例填报"));
        }

        private @Nullable MeasureKey definition(Indicator indicator) {
            MeasureRef measure = indicator.measure();
            return measure == null ? null : measures.find(measure).orElseThrow().key();
        }

        private Indicator indicator(String id) {
            return rows.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        }

        private SampleProject project() {
            return new SampleProject(key, "centre", steps, files);
        }
    }
}
