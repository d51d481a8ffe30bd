package org.diban.indicator.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.diban.indicator.format.SampleForms;
import org.diban.indicator.format.Texts;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.printed.PrintedForm;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfWriterTest {
    private static byte[] write(List<Printout> printouts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(PdfWriter.write(printouts, out)).isEmpty();
        return out.toByteArray();
    }

    /** The text of each page without blanks: lines break anywhere. */
    private static List<String> pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new java.util.ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(extractor.getTextFromPage(page).replaceAll("\\s", ""));
        }
        return pages;
    }

    @Test
    void every_word_of_the_forms_is_on_the_pages() throws IOException {
        for (PrintedForm form : List.of(SampleForms.small(), SampleForms.withIndicators(70))) {
            String text = String.join("", pages(write(List.of(Printout.of(form)))));
            for (String cell : Texts.of(form)) {
                for (int c : cell.replaceAll("\\s", "").codePoints().toArray()) {
                    assertThat(text).contains(Character.toString(c));
                }
                if (cell.length() < 9) {
                    assertThat(text).contains(cell.replaceAll("\\s", ""));
                }
            }
        }
    }

    @Test
    void each_form_begins_on_a_new_page_and_counts_its_own_pages() throws IOException {
        List<String> pages = pages(write(List.of(
                Printout.of(SampleForms.withIndicators(70)),
                new Printout(SampleForms.small(), true, List.of("checkpoint 42"), Locale.ENGLISH))));
        assertThat(pages).hasSize(4);
        assertThat(pages.get(0)).contains("第1页共3页");
        assertThat(pages.get(1)).contains("第2页共3页").contains(Printout.TITLE).contains("示例区多指标项目");
        assertThat(pages.get(2)).contains("第3页共3页").contains("一级指标");
        assertThat(pages.get(3)).contains("Page1of1").contains("DRAFT").contains("checkpoint42");
    }

    @Test
    void goals_longer_than_a_page_are_printed_to_their_end() throws IOException {
        PrintedForm form = SampleForms.withGoals(60);
        List<String> pages = pages(write(List.of(Printout.of(form))));
        String text = String.join("", pages);
        for (int paragraph = 1; paragraph <= 60; paragraph++) {
            assertThat(text).contains(paragraph + "、");
        }
        assertThat(pages.getFirst()).contains("1、");
    }

    @Test
    void the_same_forms_give_the_same_bytes() throws IOException {
        List<Printout> printouts = List.of(Printout.of(SampleForms.small()), Printout.of(SampleForms.withGoals(2)));
        assertThat(write(printouts)).isEqualTo(write(printouts));
    }

    @Test
    void only_the_characters_that_are_used_are_embedded() throws IOException {
        byte[] pdf = write(List.of(Printout.of(SampleForms.small())));
        assertThat(pdf.length).isLessThan(200_000);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .contains("/FontFile2")
                .contains("DIBANX+");
    }

    @Test
    void a_character_without_glyph_is_replaced_visibly_and_reported() throws IOException {
        PrintedForm form = SampleForms.form("温度25℃①𠀀", "略", "略", SampleForms.indicators());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Problem> problems = PdfWriter.write(List.of(Printout.of(form)), out);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo("PDF-1001");
        assertThat(problems.getFirst().message().zh()).contains("𠀀").doesNotContain("℃");
        assertThat(String.join("", pages(out.toByteArray()))).contains("温度25°C1□");
    }
}
