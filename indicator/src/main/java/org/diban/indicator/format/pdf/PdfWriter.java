package org.diban.indicator.format.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.format.layout.Box;
import org.diban.indicator.format.layout.FormLayout;
import org.diban.indicator.format.layout.Look;
import org.diban.indicator.format.layout.Printout;
import org.diban.kernel.problem.Problem;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Writes forms as one PDF document on A4 in the official layout.
 *
 * <p>Each form begins on a new page and has its own page numbers; the pages that follow its first carry its title and project. Fonts
 * are embedded as subsets. The same forms give the same bytes.
 */
public final class PdfWriter {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float SIDE = 10 * MILLIMETRE;
    private static final float END = 15 * MILLIMETRE;
    private static final float POINTS = 9;

    private PdfWriter() {}

    /**
     * Writes a document; the stream stays open.
     *
     * @return what is not on the pages as it is in the forms: characters that the fonts do not have
     */
    public static List<Problem> write(List<Printout> printouts, OutputStream out) throws IOException {
        if (printouts.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one form");
        }
        // How many pages a form takes is known when it has been set; so every document is set twice.
        List<Integer> pages = set(printouts, new Glyphs(), List.of(), OutputStream.nullOutputStream());
        Glyphs glyphs = new Glyphs();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        set(printouts, glyphs, pages, bytes);
        out.write(StablePdf.of(bytes.toByteArray()));
        out.flush();
        return glyphs.missing().isEmpty()
                ? List.of()
                : List.of(PdfProblem.NO_GLYPH.problem(String.join(" ", glyphs.missing())));
    }

    /** Sets the forms and tells how many pages each takes; {@code pages} is that answer of an earlier run, or empty. */
    private static List<Integer> set(List<Printout> printouts, Glyphs glyphs, List<Integer> pages, OutputStream out) {
        Document document = new Document(PageSize.A4, SIDE, SIDE, END, END);
        org.openpdf.text.pdf.PdfWriter writer = org.openpdf.text.pdf.PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.getInfo().remove(PdfName.CREATIONDATE);
        writer.getInfo().remove(PdfName.MODDATE);
        Frame frame = new Frame(glyphs, pages);
        writer.setPageEvent(frame);
        document.addTitle(Printout.TITLE);
        document.addCreator("Diban");
        List<Integer> counts = new ArrayList<>();
        for (Printout printout : printouts) {
            int before = counts.stream().mapToInt(Integer::intValue).sum();
            frame.begin(printout, counts.size(), before);
            if (document.isOpen()) {
                document.newPage();
            } else {
                document.open();
            }
            set(printout, document, glyphs);
            counts.add(writer.getPageNumber() - before);
        }
        document.close();
        return counts;
    }

    private static void set(Printout printout, Document document, Glyphs glyphs) {
        document.add(centred(glyphs, Printout.TITLE, 16, true, 4));
        document.add(centred(glyphs, printout.form().year().text(), 10, false, 8));
        FormLayout layout = FormLayout.of(printout.form());
        PdfPTable head = table(layout.head(), glyphs);
        // Long goals begin below their heading and go on overleaf; the other rows stay whole.
        head.setSplitLate(false);
        document.add(head);
        PdfPTable indicators = table(layout.indicators(), glyphs);
        indicators.setHeaderRows(1);
        document.add(indicators);
        for (String line : printout.footer()) {
            Paragraph paragraph = paragraph(glyphs, line, 8, false, Color.DARK_GRAY);
            paragraph.setSpacingBefore(2);
            document.add(paragraph);
        }
    }

    private static Paragraph centred(Glyphs glyphs, String text, float points, boolean bold, float after) {
        Paragraph paragraph = paragraph(glyphs, text, points, bold, Color.BLACK);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static Paragraph paragraph(Glyphs glyphs, String text, float points, boolean bold, Color colour) {
        Paragraph paragraph = new Paragraph(glyphs.phrase(text, points, bold, colour));
        // The end of the line is set in the paragraph's own font, which must be one that is embedded.
        paragraph.setFont(glyphs.latin(points));
        return paragraph;
    }

    private static PdfPTable table(List<Box> boxes, Glyphs glyphs) {
        PdfPTable table = new PdfPTable(FormLayout.COLUMNS);
        int[] widths = new int[FormLayout.COLUMNS];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = FormLayout.millimetres(column);
        }
        table.setWidths(widths);
        table.setWidthPercentage(100);
        for (Box box : boxes) {
            table.addCell(cell(box, glyphs));
        }
        return table;
    }

    private static PdfPCell cell(Box box, Glyphs glyphs) {
        PdfPCell cell = new PdfPCell(glyphs.phrase(box.text(), POINTS, box.look() == Look.LABEL, Color.BLACK));
        cell.setColspan(box.columns());
        cell.setRowspan(box.rows());
        cell.setHorizontalAlignment(
                switch (box.look()) {
                    case LABEL, CENTRED, FIGURE -> Element.ALIGN_CENTER;
                    case TEXT -> Element.ALIGN_LEFT;
                    case MONEY -> Element.ALIGN_RIGHT;
                });
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setLeading(0, 1.35f);
        cell.setUseAscender(true);
        cell.setPadding(3.5f);
        cell.setPaddingLeft(2.5f);
        cell.setPaddingRight(cell.getHorizontalAlignment() == Element.ALIGN_RIGHT ? 5 : 2.5f);
        cell.setMinimumHeight(6.2f * MILLIMETRE);
        cell.setBorderWidth(0.5f);
        return cell;
    }
}
