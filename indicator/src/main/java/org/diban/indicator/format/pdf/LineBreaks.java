package org.diban.indicator.format.pdf;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a line may end: after a blank or hyphen, and beside any Chinese character, but never before a closing or after an opening mark. */
final class LineBreaks implements SplitCharacter {
    private static final String NOT_AT_START = "，。、；：？！）》〉」』】〕”’…—％%),.;:?!]}℃";
    private static final String NOT_AT_END = "（《〈「『【〔“‘([{≥≤=＝";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk @Nullable [] chunk) {
        char c = text[current];
        if (c == ' ' || c == '-') {
            return true;
        }
        if (current + 1 >= end) {
            return isWide(c) && NOT_AT_END.indexOf(c) < 0;
        }
        char next = text[current + 1];
        boolean allowed = NOT_AT_END.indexOf(c) < 0 && NOT_AT_START.indexOf(next) < 0;
        return allowed && (isWide(c) || isWide(next));
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80 && c < 0xFB00 || c >= 0xFE30 && c < 0xFFF0 || "“”‘’—…".indexOf(c) >= 0;
    }
}
