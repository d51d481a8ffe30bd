package org.diban.indicator.format;

import java.util.ArrayList;
import java.util.List;
import org.diban.indicator.printed.PrintedForm;

/** The words of a form without their places. */
public final class Texts {
    private Texts() {}

    /** Every text of the form, in a fixed order. */
    public static List<String> of(PrintedForm form) {
        List<String> texts = new ArrayList<>();
        texts.add(form.year().text());
        form.counted().forEach(cell -> texts.add(cell.text()));
        form.indicators().forEach(row -> {
            texts.add(row.level1().text());
            texts.add(row.level2().text());
            texts.add(row.explanation().text());
        });
        return texts;
    }

    /** The texts of several forms. */
    public static List<List<String>> of(List<PrintedForm> forms) {
        return forms.stream().map(Texts::of).toList();
    }
}
