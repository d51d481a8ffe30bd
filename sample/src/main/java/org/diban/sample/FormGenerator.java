package org.diban.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;

/**
 * A maker of self-evaluation forms with known defects, department by department.
 *
 * <p>A form has eight indicators and nothing that a review objects to, unless a defect is planted: about one form in four has one of
 * its own, and some departments hold two forms that contradict each other, a copy of last year's form, or totals that lie close together.
 * Each form says what the review must find. The same random numbers make the same forms.
 */
public final class FormGenerator implements Iterator<GeneratedForm> {
    private static final List<String> SERVICES = List.of(
            "政务云平台",
            "视频会议系统",
            "档案数字化系统",
            "热线受理平台",
            "窗口叫号系统",
            "公文交换系统",
            "应急指挥平台",
            "统一身份认证平台",
            "电子证照系统",
            "物联感知平台",
            "数据备份中心",
            "网站集约化平台",
            "移动办公平台",
            "信用信息系统");
    private static final int YEAR = 2024;
    private static final int FEN_PER_WAN_YUAN_CENT = 10_000;

    private final RandomGenerator random;
    private final int count;
    private final Deque<GeneratedForm> ready = new ArrayDeque<>();
    private int made;
    private int departments;

    /**
     * @param random where the choices come from
     * @param count how many forms to make
     */
    public FormGenerator(RandomGenerator random, int count) {
        this.random = random;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return made < count;
    }

    @Override
    public GeneratedForm next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (ready.isEmpty()) {
            department();
        }
        made++;
        return ready.remove();
    }

    /** A department is made whole even when only some of its forms are still wanted. */
    private void department() {
        String name = "第%05d合成局".formatted(++departments);
        int size = Math.min(4 + random.nextInt(9), count - made);
        boolean close = size >= 5 && random.nextInt(8) == 0;
        List<FormDraft> forms = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            forms.add(form(name, SERVICES.get(i), i));
        }
        if (size >= 6 && random.nextInt(4) == 0) {
            contradict(forms);
        }
        if (size >= 8 && random.nextInt(4) == 0) {
            copyOfLastYear(forms);
        }
        if (close) {
            forms.getFirst().plant("V26");
        } else {
            forms.stream().filter(form -> !form.settled).forEach(this::plant);
            spread(forms.getFirst());
        }
        forms.forEach(form -> ready.add(form.finish()));
    }

    private void plant(FormDraft form) {
        if (random.nextInt(4) == 0) {
            Defect[] all = Defect.values();
            all[random.nextInt(all.length)].plant(form);
        }
    }

    private FormDraft form(String department, String service, int index) {
        long cents = 1_000 + random.nextInt(400_000);
        Money budget = new Money(cents * FEN_PER_WAN_YUAN_CENT);
        Money executed = new Money(cents * (970 + random.nextInt(31)) / 1_000 * FEN_PER_WAN_YUAN_CENT);
        FormDraft form =
                new FormDraft(department + "-" + index, YEAR, service + "运行维护项目", department, budget, executed);
        form.expectedGoals = "保障" + service + "全年稳定运行，及时响应各部门需求。\n完善" + service + "的管理制度和应急预案。";
        form.actualGoals = service + "运行平稳，各部门提出的需求均已处理，制度和预案已修订印发。";
        atLeast(form, "数量指标", service + "接入单位数", 20 + random.nextInt(400), "个", "10.00");
        percentage(form, "产出指标", "质量指标", service + "可用率", 85 + random.nextInt(8), "10.00");
        percentage(form, "产出指标", "质量指标", service + "巡检完成率", 85 + random.nextInt(8), "10.00");
        atMost(form, "时效指标", service + "故障恢复时间", 4 + random.nextInt(20), "小时", "10.00");
        atLeast(form, "数量指标", service + "服务报告数", 12 + random.nextInt(40), "份", "10.00");
        words(form, "社会效益指标", service + "升级验收", "通过验收", "15.00");
        words(form, "可持续影响指标", service + "管理办法", "印发管理办法", "15.00");
        percentage(form, "满意度指标", "服务对象满意度指标", service + "用户满意度", 85 + random.nextInt(8), "10.00");
        return form;
    }

    private void atLeast(FormDraft form, String level2, String name, int aim, String unit, String weight) {
        BigDecimal target = BigDecimal.valueOf(aim * 100L, 2);
        BigDecimal actual =
                target.multiply(BigDecimal.valueOf(103 + random.nextInt(10), 2)).setScale(2);
        number(form, "产出指标", level2, name, Comparison.AT_LEAST, target, actual, unit, weight);
    }

    private void atMost(FormDraft form, String level2, String name, int aim, String unit, String weight) {
        BigDecimal target = BigDecimal.valueOf(aim * 100L, 2);
        BigDecimal actual =
                target.multiply(BigDecimal.valueOf(85 + random.nextInt(12), 2)).setScale(2);
        number(form, "产出指标", level2, name, Comparison.AT_MOST, target, actual, unit, weight);
    }

    private void percentage(FormDraft form, String level1, String level2, String name, int aim, String weight) {
        BigDecimal target = BigDecimal.valueOf(aim * 100L, 2);
        BigDecimal actual = target.add(BigDecimal.valueOf(150 + random.nextInt(500), 2));
        number(form, level1, level2, name, Comparison.AT_LEAST, target, actual, "%", weight);
    }

    private static void number(
            FormDraft form,
            String level1,
            String level2,
            String name,
            Comparison comparison,
            BigDecimal target,
            BigDecimal actual,
            String unit,
            String weight) {
        form.add(
                level1,
                level2,
                name,
                new Target.Quantity(comparison, target, unit),
                new Actual.Quantity(Fraction.of(actual), actual, unit, Actual.Origin.MEASURED),
                weight);
    }

    private static void words(FormDraft form, String level2, String name, String target, String weight) {
        form.add(
                "效益指标",
                level2,
                name,
                new Target.Quality(target),
                new Actual.Quality(Actual.Attainment.MET, Actual.Origin.ENTERED),
                weight);
    }

    /** The second form of the department becomes another form about the service of the first, with one value and one sign changed. */
    private void contradict(List<FormDraft> forms) {
        FormDraft first = forms.get(1);
        FormDraft second = forms.get(2);
        copyIndicators(first, second);
        second.project = SERVICES.get(1) + "购买服务项目";
        second.reach(0, first.reached(0).printed().add(new BigDecimal("0.50")).toPlainString());
        second.plant("V16", 0);
        second.retarget(1, second.indicator(1).level2(), Defect.otherSign(second.aim(1)));
        second.plant("V19", 1);
        first.settled = true;
        second.settled = true;
    }

    /** One form becomes last year's, and another this year's with the same values. */
    private void copyOfLastYear(List<FormDraft> forms) {
        FormDraft before = forms.get(4);
        FormDraft after = forms.get(5);
        copyIndicators(before, after);
        before.project = SERVICES.get(4) + "服务项目-" + (YEAR - 1) + "年度";
        after.project = SERVICES.get(4) + "服务项目-" + YEAR + "年度";
        after.plant("V17");
        for (int i : new int[] {0, 1, 2, 3, 4, 7}) {
            after.plant("V27", i);
        }
        before.settled = true;
        after.settled = true;
    }

    private static void copyIndicators(FormDraft from, FormDraft to) {
        to.indicators.clear();
        to.indicators.addAll(from.indicators);
    }

    /** Takes six points off for a reason, so that the totals of the department do not lie close together. */
    private static void spread(FormDraft form) {
        Instant at = form.approved();
        for (int i : new int[] {3, 4}) {
            form.replace(
                    i,
                    form.indicator(i)
                            .withDeductions(
                                    List.of(new Deduction(new BigDecimal("3.00"), "usr_synthetic", at, "抽查发现记录缺失。"))));
        }
    }
}
