package org.diban.indicator.format.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.diban.indicator.format.SampleForms;
import org.diban.indicator.format.Texts;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.printed.PrintedForm;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

class DocxWriterTest {
    private static byte[] write(List<Printout> printouts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxWriter.write(printouts, out);
        return out.toByteArray();
    }

    private static XWPFDocument document(List<Printout> printouts) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(write(printouts)));
    }

    @Test
    void the_document_says_everything_that_the_forms_say() throws IOException {
        List<PrintedForm> forms = List.of(SampleForms.small(), SampleForms.withGoals(5));
        try (XWPFDocument document = document(forms.stream().map(Printout::of).toList());
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            String text = extractor.getText();
            for (PrintedForm form : forms) {
                for (String cell : Texts.of(form)) {
                    for (String paragraph : cell.split("\n")) {
                        assertThat(text).contains(paragraph);
                    }
                }
            }
            assertThat(document.getTables()).hasSize(4);
        }
    }

    @Test
    void merged_cells_cover_the_grid_exactly() throws IOException {
        try (XWPFDocument document = document(List.of(Printout.of(SampleForms.small())))) {
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    int columns = row.getTableCells().stream()
                            .mapToInt(cell -> {
                                var properties = cell.getCTTc().getTcPr();
                                return properties.isSetGridSpan()
                                        ? properties.getGridSpan().getVal().intValue()
                                        : 1;
                            })
                            .sum();
                    assertThat(columns).isEqualTo(8);
                }
            }
            XWPFTable indicators = document.getTables().get(1);
            assertThat(indicators.getRow(0).isRepeatHeader()).isTrue();
            List<String> level1 = indicators.getRows().stream()
                    .map(row -> row.getCell(0).getCTTc().getTcPr())
                    .map(cell -> !cell.isSetVMerge()
                            ? "single"
                            : cell.getVMerge().getVal() == STMerge.RESTART ? "first" : "covered")
                    .toList();
            assertThat(level1)
                    .containsExactly(
                            "single", "first", "covered", "covered", "covered", "single", "single", "single", "single");
        }
    }

    @Test
    void draft_mark_footer_and_page_numbers_are_printed() throws IOException {
        Printout draft = new Printout(SampleForms.small(), true, List.of("checkpoint 42"), Locale.ENGLISH);
        try (XWPFDocument document = document(List.of(draft))) {
            String paragraphs = document.getParagraphs().stream()
                    .map(paragraph -> paragraph.getText())
                    .collect(Collectors.joining("\n"));
            assertThat(paragraphs).contains("DRAFT").contains("checkpoint 42");
            assertThat(document.getFooterList().getFirst().getText())
                    .contains("Page")
                    .contains("of");
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("PAGE")
                    .contains("NUMPAGES");
        }
    }

    @Test
    void the_same_forms_give_the_same_bytes() throws IOException {
        List<Printout> printouts = List.of(Printout.of(SampleForms.small()));
        assertThat(write(printouts)).isEqualTo(write(printouts));
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws IOException {
        PrintedForm form = SampleForms.form("甲\u0001乙\uFFFF𠮷", "略", "略", SampleForms.indicators());
        try (XWPFDocument document = document(List.of(Printout.of(form)))) {
            assertThat(document.getTables().getFirst().getRow(0).getCell(1).getText())
                    .isEqualTo("甲乙𠮷");
        }
    }
}
