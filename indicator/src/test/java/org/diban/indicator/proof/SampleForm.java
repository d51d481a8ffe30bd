package org.diban.indicator.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.bundle.SealedRow;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TileAppender;
import org.diban.evidence.merkle.TileReader;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.MeasureRef;
import org.diban.indicator.form.Target;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FigureValue;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormCommands;
import org.diban.indicator.ledger.FormSignature;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.ledger.RuleRef;
import org.diban.indicator.measure.ContentDigest;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.measure.MeasureResult;
import org.diban.indicator.measure.Outcome;
import org.diban.indicator.measure.Scope;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.number.Money;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;

/** A form with a measured, a transcribed and an entered figure, in a log with the rows behind them and rows of others. */
public final class SampleForm implements LogSnapshot {
    public static final byte[] FILE = "minutes".getBytes(StandardCharsets.UTF_8);
    static final MeasureCatalogue MEASURES = MeasureCatalogue.standard();
    static final Measure AVAIL = MEASURES.find("AVAIL").orElseThrow();
    static final String STREAM = "form/frm_01jdq0000000000000000000aa";
    private static final Instant SUBMITTED = Instant.parse("2025-01-10T02:00:00Z");
    private static final Instant PROBED = Instant.parse("2024-06-01T00:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final Signing signing;
    private final SigningKey key;
    private final List<Fact> facts = new ArrayList<>();
    private final TreeMap<String, Long> next = new TreeMap<>();
    private TileReader tiles = TileReader.EMPTY;
    private @Nullable SignedCheckpoint checkpoint;
    private @Nullable FormState state;

    private SampleForm(SignatureType type, Signing signing) {
        this.signing = signing;
        key = SigningKey.generate("sample.example/log", type, random);
    }

    /** The form, finalised and sealed. */
    public static SampleForm finalised() {
        return of(rows -> rows, false);
    }

    /** The form, finalised and sealed in a log that signs in this way. */
    public static SampleForm finalised(SignatureType type) {
        return of(type, SampleForm::sign, rows -> rows, false);
    }

    /** Which of the rows a dishonest source reads. */
    interface Choice {
        List<Fact> of(List<Fact> rows);
    }

    /** A form measured by a source that chooses its rows. */
    static SampleForm of(Choice choice, boolean draft) {
        return of(SignatureType.ED25519, SampleForm::sign, choice, draft);
    }

    /** A form that is finalised with a signature made in this way. */
    static SampleForm signed(SignatureType type, Signing signing) {
        return of(type, signing, rows -> rows, false);
    }

    private static FormSignature sign(SigningKey key, String text) {
        return FormSignature.of(key.sign(text, new SecureRandom()), "usr_head");
    }

    /** How the text of a finalisation is signed in a log with that key. */
    interface Signing {
        FormSignature sign(SigningKey key, String text);
    }

    private static SampleForm of(SignatureType type, Signing signing, Choice choice, boolean draft) {
        SampleForm sample = new SampleForm(type, signing);
        List<Fact> probes = sample.probe();
        MeasureResult result = MeasureResult.of(
                AVAIL, Period.year(2024), Scope.DISTRICT, SUBMITTED.minusSeconds(60), choice.of(probes));
        sample.fill(result, draft);
        sample.seal();
        return sample;
    }

    /** Probes of two sites, interleaved in the log, one corrected, and one that comes too late to count; gives them stream by stream. */
    private List<Fact> probe() {
        for (int i = 0; i < 6; i++) {
            observe("probe/site-a", i, i == 3 ? "59" : "60", null);
            observe("probe/site-b", i, "60", i == 5 ? new FactRef("probe/site-b", 2) : null);
            append("other/x", PROBED.plusSeconds(i), "x.happened", JsonObject.EMPTY, null);
        }
        List<Fact> probes = facts.stream()
                .filter(f -> f.stream().startsWith("probe/"))
                .sorted(java.util.Comparator.comparing(Fact::stream).thenComparing(Fact::seq))
                .toList();
        append("probe/site-b", SUBMITTED, "probe.minute", observation("0"), null);
        return probes;
    }

    private void observe(String stream, int minute, String num, @Nullable FactRef corrects) {
        append(stream, PROBED.plusSeconds(60L * minute), "probe.minute", observation(num), corrects);
    }

    private static JsonObject observation(String num) {
        JsonObject minute =
                JsonObject.builder().put("num", num).put("den", "60").build();
        return JsonObject.builder()
                .put("observe", JsonObject.builder().put("AVAIL", minute).build())
                .build();
    }

    private void fill(MeasureResult result, boolean draft) {
        change(new FormChange.Opened(form(), null, new RuleRef("standard", 1)));
        if (result instanceof MeasureResult.Computed c && c.value() instanceof Outcome.Value.Number(Fraction exact)) {
            change(new FormChange.FigureMeasured("i01", result, AVAIL.printed(exact)));
        }
        EvidenceFile file = new EvidenceFile(
                ContentDigest.sha256(FILE), "纪要.txt", FILE.length, "text/plain", LocalDate.of(2025, 1, 9));
        FigureValue met = new FigureValue.Judgement(Actual.Attainment.MET);
        change(new FormChange.FigureEntered("i03", met, Period.year(2024), null, List.of(file), "纪要"));
        change(new FormChange.DeductionRecorded("i02", new BigDecimal("0.50"), "资料不全", true));
        if (!draft) {
            FormState now = state();
            change(new FormChange.Finalised(
                    now.statement(), now.scores(), signing.sign(key, FormChange.Finalised.text(now.statement()))));
        }
    }

    private void change(FormChange wish) {
        Instant at = SUBMITTED.plusSeconds(next.getOrDefault(STREAM, 0L));
        FormCommands.Decision decision = wish instanceof FormChange.Opened opened
                ? FormCommands.open(STREAM, opened, "usr_a", at)
                : FormCommands.decide(state(), state().length(), wish, "usr_a", at);
        switch (decision) {
            case FormCommands.Decision.Accepted(Fact fact, FormState after) -> {
                facts.add(fact);
                next.merge(STREAM, 1L, Long::sum);
                state = after;
            }
            case FormCommands.Decision.Refused(var problem) -> throw new AssertionError(problem.toString());
        }
    }

    private void append(String stream, Instant at, String kind, JsonObject body, @Nullable FactRef corrects) {
        long seq = next.merge(stream, 1L, Long::sum) - 1;
        facts.add(new Fact(stream, seq, at, "sys_probe", kind, body, corrects));
    }

    private void seal() {
        next.merge("log", 1L, Long::sum);
        facts.add(heads().seal(facts.size()).fact(0, SUBMITTED.plusSeconds(100), "sealer"));
        TileAppender appender = new TileAppender(HashAlgorithm.SM3);
        facts.forEach(fact -> appender.appendLeaf(fact.leaf()));
        tiles = TileReader.of(appender.takeChanged());
        Checkpoint taken = new Checkpoint("sample.example/log", facts.size(), appender.root(), HashAlgorithm.SM3);
        checkpoint = SignedCheckpoint.sign(taken, key, random);
    }

    public FormState state() {
        return java.util.Objects.requireNonNull(state, "opened");
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return java.util.Objects.requireNonNull(checkpoint, "sealed");
    }

    @Override
    public List<VerifierKey> keys() {
        return List.of(key.verifierKey());
    }

    @Override
    public StreamHeads heads() {
        return new StreamHeads(
                HashAlgorithm.SM3,
                next.entrySet().stream()
                        .map(e -> new StreamHead(e.getKey(), e.getValue()))
                        .toList());
    }

    @Override
    public TileReader tiles() {
        return tiles;
    }

    @Override
    public Iterator<SealedRow> rows(Set<String> streams) {
        return IntStream.range(0, facts.size())
                .filter(i -> i == facts.size() - 1 || streams.contains(facts.get(i).stream()))
                .mapToObj(i -> new SealedRow(i, facts.get(i).leaf()))
                .iterator();
    }

    private static Form form() {
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
                        indicator(
                                "i01",
                                "网络可用率",
                                new Target.Quantity(Target.Comparison.AT_LEAST, new BigDecimal("99.00"), "%"),
                                "AVAIL"),
                        indicator(
                                        "i02",
                                        "丢包率",
                                        new Target.Quantity(Target.Comparison.AT_MOST, new BigDecimal("1.00"), "%"),
                                        null)
                                .withActual(new Actual.Quantity(
                                        Fraction.parse("0.5"), new BigDecimal("0.50"), "%", Actual.Origin.TRANSCRIBED))
                                .withDeductions(List.of(Deduction.unexplained(new BigDecimal("0.50")))),
                        indicator("i03", "服务质量", new Target.Quality("提升"), null)));
    }

    private static Money money(FundSource source) {
        return source == FundSource.TOTAL || source == FundSource.FISCAL ? new Money(12_345_600) : Money.ZERO;
    }

    private static Indicator indicator(String id, String name, Target target, @Nullable String measure) {
        MeasureRef ref = measure == null ? null : new MeasureRef(measure, 1);
        return new Indicator(id, "产出指标", "质量指标", name, target, null, new BigDecimal("30.00"), ref, List.of(), "");
    }
}
