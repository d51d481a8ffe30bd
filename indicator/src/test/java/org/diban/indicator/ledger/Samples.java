package org.diban.indicator.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.measure.ContentDigest;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.measure.MeasureKey;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** A small form and what can be done to it. */
final class Samples {
    static final String STREAM = "form/frm_01jdq0000000000000000000aa";
    static final Instant DAY = Instant.parse("2025-01-10T02:00:00Z");
    static final RuleRef STANDARD = new RuleRef("standard", 1);
    static final MeasureCatalogue MEASURES = MeasureCatalogue.standard();

    private Samples() {}

    static MeasureKey key(String id) {
        return MEASURES.find(id).map(Measure::key).orElseThrow();
    }

    /** i01 availability (measured or entered), i02 a loss rate taken over with 0.50 points missing, i03 in words. */
    static Form form() {
        return new Form(
                2024,
                "示例网络服务项目",
                "示例区大数据中心",
                "示例区大数据中心",
                "保持网络可用。",
                "网络保持可用。",
                Stream.of(FundSource.values())
                        .map(s -> new FundRow(s, money(s), money(s), money(s)))
                        .toList(),
                List.of(
                        indicator("i01", "网络可用率", quantity(Target.Comparison.AT_LEAST, "99.99", "%"), "AVAIL"),
                        indicator("i02", "丢包率", quantity(Target.Comparison.AT_MOST, "1.00", "%"), "LOSS")
                                .withActual(new Actual.Quantity(
                                        Fraction.parse("0.5"), new BigDecimal("0.50"), "%", Actual.Origin.TRANSCRIBED))
                                .withDeductions(List.of(Deduction.unexplained(new BigDecimal("0.50")))),
                        indicator("i03", "服务质量", new Target.Quality("提升"), null)));
    }

    private static Money money(FundSource source) {
        return source == FundSource.TOTAL || source == FundSource.FISCAL ? new Money(12_345_600) : Money.ZERO;
    }

    static Target quantity(Target.Comparison comparison, String value, String unit) {
        return new Target.Quantity(comparison, new BigDecimal(value), unit);
    }

    static Indicator indicator(String id, String name, Target target, @Nullable String measure) {
        return new Indicator(
                id,
                "产出指标",
                "质量指标",
                name,
                target,
                null,
                new BigDecimal("30.00"),
                measure == null ? null : new MeasureRef(measure, 1),
                List.of(),
                "");
    }

    static FormChange.Opened opened() {
        return new FormChange.Opened(form(), null, STANDARD);
    }

    static FormState open() {
        return accepted(FormCommands.open(STREAM, opened(), "usr_a", DAY)).after();
    }

    static FormCommands.Decision.Accepted accepted(FormCommands.Decision decision) {
        return switch (decision) {
            case FormCommands.Decision.Accepted accepted -> accepted;
            case FormCommands.Decision.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    static FormState after(FormState state, FormChange... changes) {
        FormState now = state;
        for (FormChange change : changes) {
            now = accepted(FormCommands.decide(now, now.length(), change, "usr_a", DAY.plusSeconds(now.length())))
                    .after();
        }
        return now;
    }

    static EvidenceFile file(@Nullable LocalDate dated) {
        return new EvidenceFile(ContentDigest.sha256(new byte[] {1}), "拨测月报.pdf", 1, "application/pdf", dated);
    }

    static FormChange.FigureEntered availability(String exact, String printed) {
        return new FormChange.FigureEntered(
                "i01",
                new FigureValue.Number(Fraction.parse(exact), new BigDecimal(printed)),
                Period.year(2024),
                key("AVAIL"),
                List.of(file(LocalDate.of(2025, 1, 10))),
                "");
    }

    static FormChange.FigureEntered quality(Actual.Attainment attainment) {
        return new FormChange.FigureEntered(
                "i03", new FigureValue.Judgement(attainment), Period.year(2024), null, List.of(file(null)), "纪要");
    }

    static FormChange.Revised structureOf(Form form) {
        return new FormChange.Revised(
                form.project(),
                form.department(),
                form.unit(),
                form.expectedGoals(),
                form.actualGoals(),
                form.indicators().stream()
                        .map(i -> new Indicator(
                                i.id(),
                                i.level1(),
                                i.level2(),
                                i.level3(),
                                i.target(),
                                null,
                                i.weight(),
                                i.measure(),
                                List.of(),
                                ""))
                        .toList());
    }

    static FormChange.Finalised finalised(FormState state) {
        return new FormChange.Finalised(
                state.statement(), state.scores(), new FormSignature("ed25519", "key-1", "usr_head", "AAAA"));
    }
}
