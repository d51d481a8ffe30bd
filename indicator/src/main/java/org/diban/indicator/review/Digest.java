package org.diban.indicator.review;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Form;
import org.diban.indicator.form.Indicator;
import org.diban.indicator.form.Target;
import org.diban.indicator.form.Target.Comparison;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.ScoredForm;
import org.diban.kernel.number.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison of forms needs of one form.
 *
 * @param name which form
 * @param unit 实施单位
 * @param service the year of service
 * @param series the project's name without its year
 * @param total 总分
 * @param facts what the indicators state, in their order
 */
record Digest(FormName name, String unit, int service, String series, BigDecimal total, List<Stated> facts) {
    private static final Pattern YEAR = Pattern.compile("[-—_]?\\s*[(（]?\\s*((?:19|20)[0-9]{2})\\s*年度?\\s*[)）]?");

    /**
     * What one indicator states.
     *
     * @param measure the measure; the second fact of one measure on one form has {@code #2} behind it, and so on
     * @param indicator the indicator's id
     * @param level3 its name
     * @param comparison the sign of the target; {@code null} for a target in words
     * @param aim the target's number; {@code null} for a target in words
     * @param unit the target's unit
     * @param target the target as printed
     * @param value what decides whether two actual values are equal: the exact number or the attainment; empty when there is none
     * @param actual the actual value as printed
     */
    record Stated(
            String measure,
            String indicator,
            String level3,
            @Nullable Comparison comparison,
            @Nullable BigDecimal aim,
            String unit,
            String target,
            String value,
            String actual) {
        boolean isNumber() {
            return !value.isEmpty() && (Character.isDigit(value.charAt(0)) || value.charAt(0) == '-');
        }

        /** The exact actual value of a number. */
        Fraction number() {
            int slash = value.indexOf('/');
            Fraction numerator = Fraction.parse(slash < 0 ? value : value.substring(0, slash));
            return slash < 0 ? numerator : numerator.dividedBy(Fraction.parse(value.substring(slash + 1)));
        }
    }

    static Digest of(Submission submission, ScoredForm scored, MeasureNames names) {
        Form form = submission.form();
        Map<String, Integer> seen = new HashMap<>();
        List<Stated> facts = new ArrayList<>();
        for (Indicator indicator : form.indicators()) {
            String measure = names.measure(indicator);
            int times = seen.merge(measure, 1, Integer::sum);
            facts.add(stated(indicator, times == 1 ? measure : measure + "#" + times));
        }
        Matcher year = YEAR.matcher(form.project());
        boolean dated = year.find();
        return new Digest(
                submission.name(),
                form.unit(),
                dated ? Integer.parseInt(year.group(1)) : form.year(),
                MeasureNames.normalised(dated ? year.replaceAll("") : form.project()),
                scored.total(),
                facts);
    }

    private static Stated stated(Indicator indicator, String measure) {
        Target target = indicator.target();
        boolean number = target instanceof Target.Quantity;
        return new Stated(
                measure,
                indicator.id(),
                indicator.level3(),
                target instanceof Target.Quantity quantity ? quantity.comparison() : null,
                target instanceof Target.Quantity quantity ? quantity.value() : null,
                number ? ((Target.Quantity) target).unit() : "",
                Rendering.target(target),
                switch (indicator.actual()) {
                    case null -> "";
                    case Actual.Quantity reached -> reached.exact().toString();
                    case Actual.Quality judged -> judged.attainment().name();
                },
                Rendering.actual(indicator.actual()));
    }

    void write(DataOutputStream out) throws IOException {
        write(out, name.key());
        out.writeInt(name.year());
        write(out, name.project());
        write(out, name.department());
        write(out, unit);
        out.writeInt(service);
        write(out, series);
        write(out, total.toPlainString());
        out.writeInt(facts.size());
        for (Stated fact : facts) {
            write(out, fact.measure());
            write(out, fact.indicator());
            write(out, fact.level3());
            out.writeByte(fact.comparison() == null ? -1 : fact.comparison().ordinal());
            write(out, fact.aim() == null ? "" : fact.aim().toPlainString());
            write(out, fact.unit());
            write(out, fact.target());
            write(out, fact.value());
            write(out, fact.actual());
        }
    }

    static Digest read(DataInputStream in) throws IOException {
        String key = text(in);
        FormName name = new FormName(key, in.readInt(), text(in), text(in));
        String unit = text(in);
        int service = in.readInt();
        String series = text(in);
        BigDecimal total = new BigDecimal(text(in));
        int size = in.readInt();
        List<Stated> facts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String measure = text(in);
            String indicator = text(in);
            String level3 = text(in);
            int comparison = in.readByte();
            String aim = text(in);
            facts.add(new Stated(
                    measure,
                    indicator,
                    level3,
                    comparison < 0 ? null : Comparison.values()[comparison],
                    aim.isEmpty() ? null : new BigDecimal(aim),
                    text(in),
                    text(in),
                    text(in),
                    text(in)));
        }
        return new Digest(name, unit, service, series, total, facts);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
