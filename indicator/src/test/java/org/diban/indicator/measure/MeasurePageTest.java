package org.diban.indicator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.kernel.number.Fraction;
import org.diban.kernel.problem.Text;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/measures.md} to the definitions. With {@code -Ddiban.update=true} it writes the page instead. */
class MeasurePageTest {
    @Test
    void the_page_of_measures_says_what_the_definitions_say() throws IOException {
        Path page = root().resolve("docs/reference/measures.md");
        String expected = page(MeasureCatalogue.standard());
        if (Boolean.getBoolean("diban.update")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page))
                .as("stale; write it again with the command at its head")
                .isEqualTo(expected);
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/reference"))) {
                return at;
            }
        }
        throw new AssertionError("the root of the project is not above the working directory");
    }

    private static String page(MeasureCatalogue catalogue) {
        List<String> out = new ArrayList<>();
        out.add("# Measures");
        out.add("");
        out.add(
                "Every figure on a form follows one of these definitions. This page is written from the definition files in");
        out.add("`indicator/src/main/resources/org/diban/indicator/measure/definitions` by");
        out.add("");
        out.add(
                "    mvn -pl indicator -am test -Dtest=MeasurePageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddiban.update=true");
        out.add("");
        out.add(
                "and a test fails when it is stale. Rows become a figure as the package `org.diban.indicator.measure` describes: exactly, compared");
        out.add(
                "unrounded, printed against the reporter. A ratio whose denominator is nought is not computable, whatever its guards say.");
        out.add("");
        out.add("| id | 名称 | name | statistic | unit |");
        out.add("|---|---|---|---|---|");
        for (Measure m : catalogue.current()) {
            out.add("| [%s](#%s) | %s | %s | %s | %s |"
                    .formatted(
                            m.id(),
                            m.id().toLowerCase(Locale.ROOT),
                            m.name().zh(),
                            m.name().en(),
                            statistic(m.statistic()),
                            m.unit().en().isEmpty() ? "–" : m.unit().en()));
        }
        catalogue.current().forEach(m -> section(m, catalogue, out));
        return String.join("\n", out) + "\n";
    }

    private static void section(Measure m, MeasureCatalogue catalogue, List<String> out) {
        out.add("");
        out.add("## " + m.id());
        out.add("");
        out.add("**%s – %s.** Version %d, `%s`."
                .formatted(m.name().zh(), m.name().en(), m.version(), m.key().digest()));
        out.add("");
        out.add(both(m.definition()));
        out.add("");
        out.add("- Numerator: " + both(m.numerator()));
        if (m.denominator() != null) {
            out.add("- Denominator: " + both(m.denominator()));
        }
        out.add("- Statistic: " + statistic(m.statistic()) + "; " + MeasureJson.word(m.kind()));
        out.add("- Time: " + both(m.span().text()));
        out.add("- Printed: %s, %d decimals; %s"
                .formatted(
                        m.print().rounding() == org.diban.kernel.number.Rounding.UP ? "rounded up" : "truncated",
                        m.print().scale(),
                        MeasureJson.word(m.direction()).replace('-', ' ')));
        m.guards().forEach(g -> out.add("- Guard: " + guard(g)));
        m.evidence().forEach(e -> out.add("- Evidence: " + both(e)));
        if (m.applicability() != null) {
            out.add("- Applicability: " + both(m.applicability()));
        }
        List<String> names = catalogue.names().entrySet().stream()
                .filter(e -> e.getValue().equals(m.id()))
                .map(Map.Entry::getKey)
                .toList();
        out.add("- Names on forms: " + String.join("; ", names));
    }

    private static String both(Text text) {
        return text.zh() + (text.zh().endsWith("。") ? " " : " – ") + text.en();
    }

    private static String statistic(Statistic statistic) {
        return switch (statistic) {
            case Statistic.RatioOfSums(Fraction factor) ->
                "Σ num ÷ Σ den" + (factor.equals(Fraction.ONE) ? "" : " × " + factor);
            case Statistic.Count(long per) -> "count" + (per == 1 ? "" : " ÷ " + per);
            case Statistic.Sum(long per) -> "Σ value" + (per == 1 ? "" : " ÷ " + per);
            case Statistic.Maximum _ -> "largest value";
            case Statistic.Mean _ -> "mean";
            case Statistic.MeanOfMeans _ -> "mean over keys of means";
            case Statistic.Percentile(int percent) -> "percentile " + percent;
            case Statistic.AllMet _ -> "all rows met";
            case Statistic.AtLeastMet(int rows) -> "at least " + rows + " met";
            case Statistic.LatestMet _ -> "latest row met";
            case Statistic.Change(Statistic of) -> "change of (" + statistic(of) + ") against the baseline";
            case Statistic.AgainstAgreed(Statistic of) -> "(" + statistic(of) + ") reaches the agreed threshold";
            case Statistic.NoneWorse(Map<String, Direction> figures) ->
                "none of " + String.join(", ", figures.keySet()) + " worse, one better";
        };
    }

    private static String guard(Guard guard) {
        return switch (guard) {
            case Guard.DistinctBy(Text what) -> "one per key: " + both(what);
            case Guard.OncePer(Guard.Span span) -> "one per " + MeasureJson.word(span);
            case Guard.ReportsOnMonth _ -> "one per month reported on, dated after that month";
            case Guard.NilReturnEachMonth _ -> "each month has a row or a signed nil return";
            case Guard.BaselineRequired _ -> "without rows of the time before, not provable";
            case Guard.AgreedBefore _ -> "the threshold was agreed before the period";
            case Guard.SampleSize _ -> "enough valid answers: all up to 30, else 95 % and ±5 % with finite correction";
            case Guard.Words(Text text) -> both(text);
        };
    }
}
