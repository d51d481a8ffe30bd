package org.diban.indicator.format.layout;

import java.util.List;
import java.util.Locale;
import org.diban.indicator.printed.PrintedForm;

/**
 * A form to be printed, with what is printed around it.
 *
 * @param form the cells
 * @param draft whether the printout is marked as a draft
 * @param footer lines below the form, for example who finalised it and the checkpoint that seals it; may be empty
 * @param language the language of what is not part of the official form: draft mark and page numbers
 */
public record Printout(PrintedForm form, boolean draft, List<String> footer, Locale language) {
    /** The title of every form. */
    public static final String TITLE = "财政项目支出绩效自评表";

    private static final String DRAFT_ZH = "草稿";
    private static final String DRAFT_EN = "DRAFT";

    public Printout {
        footer = List.copyOf(footer);
    }

    /** A form with nothing around it, in Chinese. */
    public static Printout of(PrintedForm form) {
        return new Printout(form, false, List.of(), Locale.CHINESE);
    }

    /** The mark of a draft. */
    public String draftMark() {
        return isEnglish() ? DRAFT_EN : DRAFT_ZH;
    }

    /** Whether a text is the mark of a draft, in either language. */
    public static boolean isDraftMark(String text) {
        return text.equals(DRAFT_ZH) || text.equals(DRAFT_EN);
    }

    /** {@code 第 1 页 共 2 页}; the arguments may also be the field codes of a word processor. */
    public String pageNumber(String page, String pages) {
        return isEnglish() ? "Page " + page + " of " + pages : "第 " + page + " 页 共 " + pages + " 页";
    }

    private boolean isEnglish() {
        return language.getLanguage().equals("en");
    }
}
