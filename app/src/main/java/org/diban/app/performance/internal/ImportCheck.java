package org.diban.app.performance.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.performance.ImportReport;
import org.diban.app.performance.ImportReport.Difference;
import org.diban.app.performance.ImportReport.Unexplained;
import org.diban.indicator.form.Deduction;
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
 * @param transcription its forms
 * @param report what people are told of it
 */
record ImportCheck(Transcription transcription, ImportReport report) {
    /** Takes the forms over and compares them with what they print. */
    static ImportCheck of(PrintedForms read) {
        Transcription transcription = new Transcriber(RuleSets.standard()).transcribe(read.forms());
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(transcription.problems());
        FormCheck check = FormCheck.of(transcription);
        Map<Integer, List<Difference>> differences = byForm(transcription, check);
        List<ImportReport.Entry> entries = new ArrayList<>();
        List<Transcription.Entry> forms = transcription.entries();
        for (int i = 0; i < Math.min(forms.size(), ImportReport.MOST); i++) {
            entries.add(entry(forms.get(i), differences.getOrDefault(i, List.of())));
        }
        ImportReport report = new ImportReport(
                check.forms(),
                check.cells(),
                check.differences().size(),
                check.unexplained().size(),
                problems.size(),
                entries,
                problems.subList(0, Math.min(problems.size(), ImportReport.MOST)));
        return new ImportCheck(transcription, report);
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

    private static ImportReport.Entry entry(Transcription.Entry form, List<Difference> differences) {
        PrintedForm source = form.source();
        ScoredForm scored = ScoredForm.of(form.form(), RuleSets.standard());
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
                        place(source.indicators().get(i).score().location()),
                        indicator.indicator().level3(),
                        indicator.computed(),
                        indicator.score()));
            }
        }
        return new ImportReport.Entry(
                place(source.location()),
                form.form().project(),
                form.form().year(),
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
