package org.diban.indicator.format.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.diban.indicator.format.layout.FormLayout;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.layout.StableZip;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Writes forms as one DOCX document on A4, each form on a page of its own, in the official layout.
 *
 * <p>Chinese is set in 宋体, which every word processor for Chinese has or replaces. The same forms give the same bytes.
 */
public final class DocxWriter {
    private static final int TITLE_POINTS = 16;
    private static final int POINTS = 10;
    private static final int SMALL_POINTS = 8;

    private DocxWriter() {}

    /** Writes a document; the stream stays open. */
    public static void write(List<Printout> printouts, OutputStream out) throws IOException {
        if (printouts.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one form");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("Diban");
            document.getProperties().getCoreProperties().setTitle(Printout.TITLE);
            setUpPage(document, printouts.getFirst());
            for (int i = 0; i < printouts.size(); i++) {
                write(printouts.get(i), document, i > 0);
            }
            document.write(bytes);
        }
        StableZip.copy(bytes.toByteArray(), out);
    }

    private static void write(Printout printout, XWPFDocument document, boolean onNewPage) {
        XWPFParagraph first = document.createParagraph();
        first.setPageBreak(onNewPage);
        XWPFParagraph title = first;
        if (printout.draft()) {
            Words.write(first, ParagraphAlignment.RIGHT, printout.draftMark(), TITLE_POINTS - 4, true)
                    .setColor("C00000");
            title = document.createParagraph();
        }
        Words.write(title, ParagraphAlignment.CENTER, Printout.TITLE, TITLE_POINTS, true);
        XWPFParagraph year = document.createParagraph();
        Words.write(year, ParagraphAlignment.CENTER, printout.form().year().text(), POINTS, false);
        year.setSpacingAfter(80);
        FormLayout layout = FormLayout.of(printout.form());
        Tables.write(document, layout.head(), layout.headRows(), false);
        // Word joins two tables that nothing separates; the thinnest paragraph keeps the heading of the second its own.
        XWPFParagraph seam = document.createParagraph();
        Words.write(seam, ParagraphAlignment.LEFT, "", 1, false);
        Words.exactHeight(seam, 1);
        Tables.write(document, layout.indicators(), layout.indicatorRows(), true);
        if (printout.footer().isEmpty()) {
            Words.exactHeight(document.createParagraph(), 1);
        }
        for (String line : printout.footer()) {
            Words.write(document.createParagraph(), ParagraphAlignment.LEFT, line, SMALL_POINTS, false);
        }
    }

    private static void setUpPage(XWPFDocument document, Printout printout) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        BigInteger side = BigInteger.valueOf(Tables.twips(10));
        BigInteger end = BigInteger.valueOf(Tables.twips(14));
        margins.setLeft(side);
        margins.setRight(side);
        margins.setTop(end);
        margins.setBottom(end);
        margins.setHeader(side);
        margins.setFooter(BigInteger.valueOf(Tables.twips(7)));
        margins.setGutter(BigInteger.ZERO);
        XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        // U+0001 and U+0002 stand for the two fields, which are no text.
        for (String part : printout.pageNumber("\1", "\2").split("(?<=[\1\2])|(?=[\1\2])")) {
            switch (part) {
                case "\1" -> field(footer, "PAGE");
                case "\2" -> field(footer, "NUMPAGES");
                default -> Words.run(footer, part, SMALL_POINTS, false);
            }
        }
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        XWPFRun begin = Words.run(paragraph, "", SMALL_POINTS, false);
        begin.getCTR()
                .addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
        Words.run(paragraph, "", SMALL_POINTS, false).getCTR().addNewInstrText().setStringValue(instruction);
        Words.run(paragraph, "", SMALL_POINTS, false)
                .getCTR()
                .addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.SEPARATE);
        Words.run(paragraph, "1", SMALL_POINTS, false);
        Words.run(paragraph, "", SMALL_POINTS, false)
                .getCTR()
                .addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
    }
}
