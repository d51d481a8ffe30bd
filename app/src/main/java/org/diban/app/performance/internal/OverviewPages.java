package org.diban.app.performance.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diban.app.access.Permission;
import org.diban.app.performance.FormSummary;
import org.diban.app.performance.Forms;
import org.diban.app.performance.OverviewQuery;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Page;
import org.diban.app.shell.TableExport;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.time.Period;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The overview of a year's forms, as a page and as a file, and the comparison over the years. */
@Controller
class OverviewPages {
    private static final int MOST = 100_000;

    private final Forms forms;
    private final InstantSource clock;

    OverviewPages(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/forms")
    ModelAndView overview(Page page, HttpServletRequest request) {
        ListQuery list = OverviewAddress.read(request);
        OverviewQuery query = OverviewAddress.query(list, latestYear());
        return page.view(
                "performance/overview",
                Map.of(
                        "view",
                        new OverviewView(
                                forms.overview(query, list.size(), list.offset()),
                                query,
                                list,
                                forms.organisations(page.language().locale()),
                                page.may(Permission.FORM_EDIT))));
    }

    /** The latest year of which there are forms, else the last full one. */
    private int latestYear() {
        return forms.years().stream()
                .findFirst()
                .orElseGet(
                        () -> LocalDate.ofInstant(clock.instant(), Period.ZONE).getYear() - 1);
    }

    @GetMapping("/forms.{format:csv|xlsx|json}")
    void export(Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String format)
            throws IOException {
        OverviewQuery query = OverviewAddress.query(OverviewAddress.read(request), latestYear());
        List<FormSummary> rows = forms.overview(query, MOST, 0).rows();
        String name = "forms-" + query.year();
        if (format.equals("json")) {
            response.setContentType("application/json");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".json\"");
            response.getOutputStream()
                    .write(new JsonArray(rows.stream()
                                    .<JsonValue>map(SummaryJson::write)
                                    .toList())
                            .canonicalBytes());
            return;
        }
        TableExport.send(
                response,
                name,
                format,
                SummaryTable.HEADINGS.stream().map(page::t).toList(),
                rows.stream().map(row -> SummaryTable.cells(row, page)));
    }

    @GetMapping("/forms/years")
    ModelAndView years(Page page) {
        return page.view("performance/years", Map.of("view", YearsView.of(forms.overYears())));
    }
}
