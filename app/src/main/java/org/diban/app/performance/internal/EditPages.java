package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diban.app.access.People;
import org.diban.app.performance.FormRecord;
import org.diban.app.performance.Forms;
import org.diban.app.performance.HistoryItem;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.indicator.form.FundSource;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.LedgerProblem;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which names, goals, money, indicators and weights of a form are changed. */
@Controller
class EditPages {
    private final Forms forms;
    private final MeasureCatalogue measures;
    private final People people;

    EditPages(Forms forms, MeasureCatalogue measures, People people) {
        this.forms = forms;
        this.measures = measures;
        this.people = people;
    }

    @GetMapping("/forms/{id}/edit")
    ModelAndView edit(Page page, @PathVariable String id) {
        FormRecord record = forms.form(id);
        return view(page, record, EditedForm.of(record.state().form()), List.of(), null);
    }

    private ModelAndView view(
            Page page, FormRecord record, EditedForm edited, List<Problem> problems, @Nullable Conflict conflict) {
        Map<String, Object> model = new HashMap<>();
        model.put("record", record);
        model.put("edited", edited);
        model.put("problems", problems);
        model.put("conflict", conflict);
        model.put("measures", List.copyOf(measures.current()));
        return page.view(
                "performance/edit",
                model,
                conflict != null
                        ? org.springframework.http.HttpStatus.CONFLICT
                        : problems.isEmpty() ? org.springframework.http.HttpStatus.OK : FormPages.status(problems));
    }

    @PostMapping("/forms/{id}/edit/structure")
    ModelAndView structure(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam Map<String, String> fields) {
        FormRecord record = forms.form(id);
        EditedForm edited = EditedForm.read(fields, record.state().form());
        try {
            FormChange.Revised change = edited.revised(
                    record.state().form(),
                    measure -> measures.find(measure).map(Measure::key).map(key -> key.ref()));
            forms.change(id, version, change);
        } catch (ProblemException e) {
            return again(page, id, version, edited, FormPages.shown(e));
        }
        return Pages.redirect("/forms/" + id, Note.of("performance.note.saved"), request, response);
    }

    /** Saves the rows of funds that differ, one after the other: each is a fact of its own. */
    @PostMapping("/forms/{id}/edit/funds")
    ModelAndView funds(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam Map<String, String> fields) {
        FormRecord record = forms.form(id);
        EditedForm edited = EditedForm.read(fields, record.state().form());
        try {
            List<FormChange> changes = new ArrayList<>();
            for (FundSource source : FundSource.values()) {
                edited.money(source, record.state().form().fund(source)).ifPresent(changes::add);
            }
            forms.changeAll(id, version, changes);
        } catch (ProblemException e) {
            return again(page, id, version, edited, FormPages.shown(e));
        }
        return Pages.redirect("/forms/" + id, Note.of("performance.note.saved"), request, response);
    }

    private ModelAndView again(Page page, String id, long version, EditedForm edited, List<Problem> problems) {
        FormRecord now = forms.form(id);
        if (!problems.getFirst().code().equals(LedgerProblem.CONFLICT.code())) {
            return view(page, now, edited, problems, null);
        }
        List<HistoryItem> meanwhile =
                now.history().stream().filter(item -> item.version() > version).toList();
        List<Conflict.Typed> typed = edited
                .differences(EditedForm.of(now.state().form()))
                .stream()
                .map(difference ->
                        new Conflict.Typed(new Text(difference.getKey(), difference.getKey()), difference.getValue()))
                .toList();
        Conflict conflict =
                new Conflict(version, now.state().length(), typed, meanwhile, Timeline.names(meanwhile, people));
        return view(page, now, edited, List.of(), conflict);
    }
}
