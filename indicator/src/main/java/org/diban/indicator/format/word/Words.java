package org.diban.indicator.format.word;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Paragraphs and runs in the fonts of the form. */
final class Words {
    private static final String CHINESE = "宋体";
    private static final String LATIN = "Times New Roman";

    private Words() {}

    /** Writes one line of text into an empty paragraph. */
    static XWPFRun write(XWPFParagraph paragraph, ParagraphAlignment alignment, String text, int points, boolean bold) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        return run(paragraph, text, points, bold);
    }

    static XWPFRun run(XWPFParagraph paragraph, String text, int points, boolean bold) {
        XWPFRun run = paragraph.createRun();
        CTFonts fonts = run.getCTR().addNewRPr().addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setCs(LATIN);
        fonts.setEastAsia(CHINESE);
        fonts.setHint(STHint.EAST_ASIA);
        run.setFontSize(points);
        run.setBold(bold);
        if (!text.isEmpty()) {
            run.setText(writable(text));
        }
        return run;
    }

    /** Makes a paragraph exactly so high, whatever its font. */
    static void exactHeight(XWPFParagraph paragraph, int points) {
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    }

    /** The text without the characters that XML cannot hold. */
    private static String writable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
