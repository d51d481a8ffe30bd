package org.diban.indicator.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diban.indicator.format.SampleForms;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void a_line_is_written_for_each_indicator_after_a_byte_order_mark_and_a_heading() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(List.of(SampleForms.small(), SampleForms.withIndicators(3)), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF年度,项目名称,");
        assertThat(text.split("\r\n")).hasSize(1 + 6 + 3);
        assertThat(text).contains("月度报告份数,'=12.00(份),12.00(份),10.00,10.00,\r\n");
    }

    @Test
    void nothing_that_a_program_could_run_begins_a_cell() {
        for (String dangerous : List.of("=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1", "|x", "-")) {
            assertThat(Injection.neutral(dangerous)).startsWith("'");
        }
        for (String harmless : List.of("-5.00", "+3", "1,250.00", "≥95.00(%)", "a=b", "", "98%")) {
            assertThat(Injection.neutral(harmless)).isEqualTo(harmless);
        }
    }

    @Test
    void commas_quotes_and_line_breaks_are_quoted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(
                List.of(SampleForms.form(
                        "甲,\"乙\"\n丙",
                        "略",
                        "略",
                        List.of(SampleForms.indicator("产出指标", "数量指标", "x", "提升", "达成指标", "90.00", "90.00", "")))),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(",\"甲,\"\"乙\"\"\n丙\",");
    }
}
