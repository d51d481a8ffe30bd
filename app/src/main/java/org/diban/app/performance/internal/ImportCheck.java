package org.diban.app.performance.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.diban.app.performance.ImportReport;
import org.diban.app.performance.ImportReport.Difference;
import org.diban.app.performance.ImportReport.Unexplained;
import org.diban.indicator.form.Actual;
import org.diban.indicator.form.Actual.Origin;
import org.diban.indicator.form.Deduction;
import org.diban.indicator.form.Form;
import org.diban.indicator.format.json.FormJson;
import org.diban.indicator.format.json.JsonForm;
import org.diban.indicator.format.sheet.SheetLimits;
import org.diban.indicator.format.sheet.XlsxReader;
import org.diban.indicator.format.text.TextForms;
import org.diban.indicator.printed.Cell;
import org.diban.indicator.printed.FormCheck;
import org.diban.indicator.printed.PrintedForm;
import org.diban.indicator.printed.PrintedForms;
import org.diban.indicator.printed.Transcriber;
import org.diban.indicator.printed.Transcription;
import org.diban.indicator.score.RuleSets;
import org.diban.indicator.score.ScoredForm;
import org.diban.indicator.score.ScoredIndicator;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;

/**
 * A file that was read and checked.
 *
 * @param forms its forms
 * @param report what people are told of it
 */
record ImportCheck(List<Form> forms, ImportReport report) {
    /** Reads a file – a workbook, JSON or text, told apart by their first bytes and not by their names – and checks what it holds. */
    static ImportCheck of(byte[] bytes, String fileName) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        if (isArchive(bytes)) {
            return of(new XlsxReader(SheetLimits.DEFAULT).read(in, fileName).forms());
        }
        return isJson(bytes)
                ? of(FormJson.read(in, fileName), fileName)
                : of(TextForms.read(in, fileName, TextForms.DEFAULT_LIMIT));
    }

    /** ZIP archives begin with PK, old Excel files with the mark of compound documents; the reader of workbooks has words for both. */
    private static boolean isArchive(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] == 'P' && bytes[1] == 'K' || (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf);
    }

    private static boolean isJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    /** A form as JSON prints nothing: there is nothing to compare it with. Whatever it claims of its figures, here nothing stands behind them. */
    private static ImportCheck of(JsonForm read, String fileName) {
        Form form = read.form();
        List<Form> forms = form == null || !read.problems().isEmpty() ? List.of() : List.of(transcribed(form));
        List<ImportReport.Entry> entries =
                forms.stream().map(f -> entry(fileName, f, List.of(), i -> "")).toList();
        int unexplained =
                entries.stream().mapToInt(entry -> entry.deductions().size()).sum();
        return new ImportCheck(
                forms,
                new ImportReport(
                        forms.size(), 0, 0, unexplained, read.problems().size(), entries, shown(read.problems())));
    }

    private static Form transcribed(Form form) {
        return form.withIndicators(form.indicators().stream()
                .map(i -> i.withActual(
                        switch (i.actual()) {
                            case null -> null;
                            case Actual.Quantity q ->
                                new Actual.Quantity(q.exact(), q.printed(), q.unit(), Origin.TRANSCRIBED);
                            case Actual.Quality q -> new Actual.Quality(q.attainment(), Origin.TRANSCRIBED);
                        }))
                .toList());
    }

    private static List<Problem> shown(List<Problem> problems) {
        return problems.subList(0, Math.min(problems.size(), ImportReport.MOST));
    }

    /** Takes printed forms over and compares them with what they print. */
    private static ImportCheck of(PrintedForms read) {
        Transcription transcription = new Transcriber(RuleSets.standard()).transcribe(read.forms());
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(transcription.problems());
        FormCheck check = FormCheck.of(transcription);
        Map<Integer, List<Difference>> differences = byForm(transcription, check);
        List<ImportReport.Entry> entries = new ArrayList<>();
        List<Transcription.Entry> forms = transcription.entries();
        for (int i = 0; i < Math.min(forms.size(), ImportReport.MOST); i++) {
            PrintedForm source = forms.get(i).source();
            entries.add(entry(
                    place(source.location()),
                    forms.get(i).form(),
                    differences.getOrDefault(i, List.of()),
                    row -> place(source.indicators().get(row).score().location())));
        }
        ImportReport report = new ImportReport(
                check.forms(),
                check.cells(),
                check.differences().size(),
                check.unexplained().size(),
                problems.size(),
                entries,
                shown(problems));
        return new ImportCheck(forms.stream().map(Transcription.Entry::form).toList(), report);
    }

    private static Map<Integer, List<Difference>> byForm(Transcription transcription, FormCheck check) {
        if (check.differences().isEmpty()) {
            return Map.of();
        }
        Map<Cell, Integer> owner = new java.util.IdentityHashMap<>();
        for (int i = 0; i < transcription.entries().size(); i++) {
            for (Cell cell : transcription.entries().get(i).source().counted()) {
                owner.put(cell, i);
            }
        }
        Map<Integer, List<Difference>> found = new HashMap<>();
        for (FormCheck.Difference difference : check.differences()) {
            found.computeIfAbsent(owner.getOrDefault(difference.read(), -1), form -> new ArrayList<>())
                    .add(new Difference(
                            place(difference.read().location()),
                            difference.read().text(),
                            difference.printed()));
        }
        return found;
    }

    private static ImportReport.Entry entry(
            String place, Form form, List<Difference> differences, IntFunction<String> scores) {
        ScoredForm scored = ScoredForm.of(form, RuleSets.standard());
        List<Unexplained> deductions = new ArrayList<>();
        BigDecimal computed = scored.total();
        for (int i = 0; i < scored.indicators().size(); i++) {
            ScoredIndicator indicator = scored.indicators().get(i);
            if (indicator.indicator().deductions().stream().anyMatch(d -> !d.explained())) {
                computed = computed.add(indicator.indicator().deductions().stream()
                        .filter(d -> !d.explained())
                        .map(Deduction::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
                deductions.add(new Unexplained(
                        scores.apply(i), indicator.indicator().level3(), indicator.computed(), indicator.score()));
            }
        }
        return new ImportReport.Entry(
                place,
                form.project(),
                form.year(),
                scored.total(),
                computed,
                scored.grade().name().zh(),
                differences,
                deductions);
    }

    private static String place(Location location) {
        return new Location(null, location.line(), location.column(), location.field()).toString();
    }
}
