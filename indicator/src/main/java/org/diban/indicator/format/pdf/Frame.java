package org.diban.indicator.format.pdf;

import java.awt.Color;
import java.util.List;
import org.diban.indicator.format.layout.Printout;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** What stands around the form on each of its pages: page number, draft mark, and from the second page on its title. */
final class Frame extends PdfPageEventHelper {
    private final Glyphs glyphs;
    private final List<Integer> pages;
    private @Nullable Next next;
    private @Nullable Next current;

    /**
     * @param pages how many pages each form takes; empty when not yet known
     */
    Frame(Glyphs glyphs, List<Integer> pages) {
        this.glyphs = glyphs;
        this.pages = pages;
    }

    /**
     * Tells which form the next page begins.
     *
     * @param index its position among the forms
     * @param before how many pages the forms before it take
     */
    void begin(Printout printout, int index, int before) {
        next = new Next(printout, index, before);
    }

    private record Next(Printout printout, int index, int before) {}

    @Override
    public void onStartPage(PdfWriter writer, Document document) {
        if (next != null) {
            current = next;
            next = null;
        }
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        if (current == null) {
            return;
        }
        Printout printout = current.printout;
        Rectangle page = document.getPageSize();
        float middle = (page.getLeft() + page.getRight()) / 2;
        int number = writer.getPageNumber() - current.before;
        if (printout.draft()) {
            ColumnText.showTextAligned(
                    writer.getDirectContentUnder(),
                    Element.ALIGN_CENTER,
                    glyphs.phrase(printout.draftMark(), 120, false, new Color(0xEE, 0xEE, 0xEE)),
                    middle,
                    page.getHeight() / 2 - 40,
                    45);
        }
        if (number > 1) {
            String project = printout.form().project().text();
            show(writer, Printout.TITLE + "　" + project, middle, page.getTop() - 30);
        }
        String total = current.index < pages.size() ? pages.get(current.index).toString() : "?";
        show(writer, printout.pageNumber(Integer.toString(number), total), middle, 24);
    }

    private void show(PdfWriter writer, String text, float x, float y) {
        Phrase phrase = glyphs.phrase(text, 8, false, Color.DARK_GRAY);
        ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_CENTER, phrase, x, y, 0);
    }
}
