package org.diban.app.performance.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.layout.Printout;
import org.diban.indicator.format.sheet.XlsxWriter;
import org.diban.indicator.printed.Rendering;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.sample.FormGenerator;
import org.diban.sample.GeneratedForm;

/** Workbooks of generated forms without defects, each of other projects. */
final class ImportedFiles {
    static final int FORMS = 25;

    private ImportedFiles() {}

    static String name(int number) {
        return "forms-%02d.xlsx".formatted(number);
    }

    static byte[] workbook(int number) throws IOException {
        List<Printout> printouts = new ArrayList<>();
        FormGenerator generator = new FormGenerator(new SplittableRandom(number), 10 * FORMS);
        while (printouts.size() < FORMS) {
            GeneratedForm generated = generator.next();
            if (generated.planted().isEmpty()) {
                Form form = named(generated.submission().form(), "第%02d-%02d号合成项目".formatted(number, printouts.size()));
                printouts.add(Printout.of(Rendering.of(ScoredForm.of(form, RuleSets.standard()))));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(printouts, out);
        return out.toByteArray();
    }

    private static Form named(Form form, String project) {
        return new Form(
                form.year(),
                project,
                form.department(),
                form.unit(),
                form.expectedGoals(),
                form.actualGoals(),
                form.funds(),
                form.indicators(),
                form.style());
    }
}
