package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.access.People;
import org.diban.app.performance.FigureRecord;
import org.diban.app.performance.Forms;
import org.diban.app.performance.HistoryItem;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.LedgerProblem;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of a figure, and everything that is done to one. What could not be saved is shown again as it was typed. */
@Controller
class FigurePages {
    private static final Map<String, Text> LABELS = new LinkedHashMap<>(Map.of(
            "value", new Text("数值", "Value"),
            "numerator", new Text("分子", "Numerator"),
            "denominator", new Text("分母", "Denominator"),
            "attainment", new Text("完成情况", "Attainment"),
            "note", new Text("说明", "Note"),
            "text", new Text("偏差原因分析及改进措施", "Reasons and remedies"),
            "amount", new Text("扣分", "Points"),
            "reason", new Text("理由", "Reason")));

    private final Forms forms;
    private final People people;

    FigurePages(Forms forms, People people) {
        this.forms = forms;
        this.people = people;
    }

    @GetMapping("/forms/{id}/figures/{indicator}")
    ModelAndView figure(Page page, @PathVariable String id, @PathVariable String indicator) {
        return page.view(
                "performance/figure", Map.of("view", view(forms.figure(id, indicator), FigureView.Typed.NOTHING)));
    }

    private FigureView view(FigureRecord record, FigureView.Typed typed) {
        return new FigureView(record, Timeline.names(record.history(), people), typed);
    }

    @PostMapping("/forms/{id}/figures/{indicator}")
    ModelAndView enter(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        FigureRecord before = forms.figure(id, indicator);
        List<EvidenceFile> all = new ArrayList<>();
        if (before.figure() != null) {
            before.figure().files().stream()
                    .filter(file -> kept.contains(file.digest().text()))
                    .forEach(all::add);
        }
        String carried = fields.getOrDefault("carried", "");
        all.addAll(CarriedFiles.read(carried).stream()
                .filter(file -> kept.contains(file.digest().text()))
                .toList());
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                try (InputStream in = file.getInputStream()) {
                    all.add(forms.keep(id, in, name(file), mediaType(file), null));
                }
            }
        }
        return attempt(page, request, response, new Attempt(id, indicator, version, "enter", fields, all), () -> {
            return new FigureEntry(before).entered(fields, all);
        });
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String base = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return base.isBlank() ? "file" : base.substring(0, Math.min(base.length(), 200));
    }

    private static String mediaType(MultipartFile file) {
        String type = file.getContentType();
        return type == null || type.length() > 100 ? "application/octet-stream" : type;
    }

    @PostMapping("/forms/{id}/figures/{indicator}/withdraw")
    ModelAndView withdraw(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestParam long version,
            @RequestParam Map<String, String> fields) {
        return attempt(
                page,
                request,
                response,
                new Attempt(id, indicator, version, "withdraw", fields, List.of()),
                () -> new FormChange.FigureWithdrawn(
                        indicator, FormPages.required(fields.getOrDefault("reason", ""), "reason")));
    }

    @PostMapping("/forms/{id}/figures/{indicator}/explanation")
    ModelAndView explain(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestParam long version,
            @RequestParam Map<String, String> fields) {
        return attempt(
                page,
                request,
                response,
                new Attempt(id, indicator, version, "explanation", fields, List.of()),
                () -> new FormChange.ExplanationRecorded(
                        indicator, fields.getOrDefault("text", "").strip()));
    }

    @PostMapping("/forms/{id}/figures/{indicator}/deductions")
    ModelAndView deduct(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestParam long version,
            @RequestParam Map<String, String> fields) {
        return attempt(
                page,
                request,
                response,
                new Attempt(id, indicator, version, "deduct", fields, List.of()),
                () -> new FormChange.DeductionRecorded(
                        indicator,
                        FigureEntry.points(fields.getOrDefault("amount", ""), "amount"),
                        FormPages.required(fields.getOrDefault("reason", ""), "reason"),
                        fields.containsKey("explains")));
    }

    @PostMapping("/forms/{id}/figures/{indicator}/deductions/{fact}/withdraw")
    ModelAndView undeduct(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @PathVariable String indicator,
            @PathVariable long fact,
            @RequestParam long version) {
        return attempt(
                page,
                request,
                response,
                new Attempt(id, indicator, version, "deduct", Map.of(), List.of()),
                () -> new FormChange.DeductionWithdrawn(
                        indicator, fact, page.t("performance.figure.deduct.withdrawn")));
    }

    /**
     * Something a person tries to do to a figure.
     *
     * @param version the version of the form that they saw
     * @param section the part of the page
     * @param fields what they typed
     * @param files what they brought, already kept
     */
    private record Attempt(
            String id,
            String indicator,
            long version,
            String section,
            Map<String, String> fields,
            List<EvidenceFile> files) {}

    private interface Wish {
        FormChange change();
    }

    private ModelAndView attempt(
            Page page, HttpServletRequest request, HttpServletResponse response, Attempt attempt, Wish wish) {
        try {
            forms.change(attempt.id(), attempt.version(), wish.change());
        } catch (ProblemException e) {
            return again(page, attempt, FormPages.shown(e));
        }
        return Pages.redirect(
                "/forms/" + attempt.id() + "#" + attempt.indicator(),
                Note.of("performance.note." + attempt.section()),
                request,
                response);
    }

    private ModelAndView again(Page page, Attempt attempt, List<Problem> problems) {
        FigureRecord record = forms.figure(attempt.id(), attempt.indicator());
        boolean conflict = problems.getFirst().code().equals(LedgerProblem.CONFLICT.code());
        FigureView.Typed typed = new FigureView.Typed(
                attempt.section(), attempt.fields(), attempt.files(), conflict ? conflict(record, attempt) : null);
        return page.view(
                "performance/figure",
                Map.of("view", view(record, typed), "problems", conflict ? List.of() : problems),
                FormPages.status(problems));
    }

    private Conflict conflict(FigureRecord record, Attempt attempt) {
        List<HistoryItem> meanwhile = record.form().history().stream()
                .filter(item -> item.version() > attempt.version())
                .toList();
        List<Conflict.Typed> typed = new ArrayList<>();
        LABELS.forEach((field, label) -> {
            if (attempt.fields().containsKey(field)) {
                typed.add(new Conflict.Typed(label, attempt.fields().getOrDefault(field, "")));
            }
        });
        attempt.files().forEach(file -> typed.add(new Conflict.Typed(new Text("文件", "File"), file.name())));
        return new Conflict(
                attempt.version(), record.form().state().length(), typed, meanwhile, Timeline.names(meanwhile, people));
    }
}
