package org.diban.indicator.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.form.FundRow;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredFund;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.testkit.DistrictData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The eleven forms of a real district, against three independent transcriptions of them. */
class SeedFormsTest {
    private static final String TEXT = "seed/000_1b2e574df5a7d62c.txt";

    private static PrintedForms read() throws IOException {
        Path file = DistrictData.require(TEXT);
        try (InputStream in = Files.newInputStream(file)) {
            return TextForms.read(in, file.getFileName().toString(), TextForms.DEFAULT_LIMIT);
        }
    }

    private static Transcription transcribe() throws IOException {
        return new Transcriber(RuleSets.standard()).transcribe(read().forms());
    }

    @Test
    void every_cell_is_what_the_independent_transcription_says() throws IOException {
        PrintedForms read = read();
        assertThat(read.problems()).isEmpty();
        JsonObject oracle =
                JsonReader.readObject(Files.readString(DistrictData.require("seed/self-evaluation-2024.json")));
        List<JsonObject> tables = oracle.objects("tables");
        assertThat(read.forms()).hasSameSizeAs(tables);
        for (int i = 0; i < tables.size(); i++) {
            assertThat(texts(read.forms().get(i))).isEqualTo(texts(tables.get(i)));
            assertThat(read.forms().get(i).indicators().stream()
                            .map(row -> (long) row.level3().location().line())
                            .toList())
                    .isEqualTo(tables.get(i).objects("indicators").stream()
                            .map(row -> row.number("line"))
                            .toList());
        }
    }

    private static List<String> texts(PrintedForm form) {
        List<String> texts = new ArrayList<>(List.of(form.year().text()));
        form.counted().forEach(cell -> texts.add(cell.text()));
        form.indicators().forEach(row -> {
            texts.add(row.level1().text());
            texts.add(row.level2().text());
            texts.add(row.explanation().text());
        });
        return texts;
    }

    private static List<String> texts(JsonObject table) {
        JsonObject goals = table.object("goals");
        List<String> texts = new ArrayList<>(List.of(
                table.string("year_printed"),
                table.string("project"),
                table.string("department"),
                table.string("unit"),
                goals.object("expected").string("printed"),
                goals.object("actual").string("printed")));
        for (JsonObject fund : table.objects("funds")) {
            texts.add(fund.string("label"));
            for (String name :
                    List.of("initial_budget", "annual_budget", "executed", "weight", "execution_rate", "score")) {
                texts.add(fund.object("printed").string(name));
            }
        }
        for (JsonObject row : table.objects("indicators")) {
            texts.add(row.string("level3"));
            texts.add(row.object("target").string("printed"));
            texts.add(row.object("actual").string("printed"));
            texts.add(row.string("printed_weight"));
            texts.add(row.string("printed_score"));
        }
        texts.add(table.object("total").string("printed_weight"));
        texts.add(table.object("total").string("printed_score"));
        texts.add(table.string("grade"));
        for (JsonObject row : table.objects("indicators")) {
            texts.add(row.string("level1"));
            texts.add(row.string("level2"));
            texts.add(row.string("deviation_text"));
        }
        return texts;
    }

    @Test
    void all_841_cells_are_reproduced_and_49_deductions_are_unexplained() throws IOException {
        Transcription transcription = transcribe();
        assertThat(transcription.problems()).isEmpty();
        FormCheck check = FormCheck.of(transcription);
        assertThat(check.forms()).isEqualTo(11);
        assertThat(check.cells()).isEqualTo(841);
        assertThat(check.differences()).isEmpty();

        List<String> expected = Files.readAllLines(DistrictData.require("seed/deductions.csv")).stream()
                .skip(1)
                .map(line -> {
                    String[] columns = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                    return columns[2] + " " + columns[8];
                })
                .toList();
        assertThat(expected).hasSize(49);
        assertThat(check.unexplained().stream()
                        .map(one -> one.score().location().line() + " " + one.amount()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void all_44_rows_of_funds_follow_the_money_rule() throws IOException {
        List<String> expected = Files.readAllLines(DistrictData.require("seed/funds.csv"));
        List<String> computed = new ArrayList<>();
        int table = 0;
        for (Transcription.Entry entry : transcribe().entries()) {
            table++;
            for (ScoredFund fund :
                    ScoredForm.of(entry.form(), RuleSets.standard()).funds()) {
                FundRow row = fund.row();
                computed.add(String.join(
                        ",",
                        String.valueOf(table),
                        switch (row.source()) {
                            case TOTAL -> "total";
                            case FISCAL -> "current_year_fiscal";
                            case CARRIED_OVER -> "carry_over";
                            case OTHER -> "other";
                        },
                        row.annualBudget().printedWanYuan().toPlainString(),
                        row.executed().printedWanYuan().toPlainString(),
                        dash(fund.weight()),
                        fund.rate().toPlainString(),
                        dash(fund.score())));
            }
        }
        assertThat(computed).isEqualTo(expected);
    }

    private static String dash(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }
}
