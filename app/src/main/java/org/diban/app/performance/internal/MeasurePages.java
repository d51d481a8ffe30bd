package org.diban.app.performance.internal;

import java.util.List;
import java.util.Map;
import org.diban.app.performance.Forms;
import org.diban.app.performance.PerformanceProblem;
import org.diban.app.shell.Page;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.measure.MeasureSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the measures: what each figure means. */
@Controller
class MeasurePages {
    private static final int USES = 200;

    private final MeasureCatalogue measures;
    private final List<MeasureSource> sources;
    private final Forms forms;

    MeasurePages(MeasureCatalogue measures, List<MeasureSource> sources, Forms forms) {
        this.measures = measures;
        this.sources = sources;
        this.forms = forms;
    }

    @GetMapping("/measures")
    ModelAndView list(Page page) {
        return page.view(
                "performance/measures",
                Map.of("measures", List.copyOf(measures.current()), "uses", forms.measureUses()));
    }

    @GetMapping("/measures/{id}")
    ModelAndView measure(Page page, @PathVariable String id) {
        Measure measure = measures.find(id).orElseThrow(() -> PerformanceProblem.NO_SUCH_MEASURE.exception(id));
        boolean measured = sources.stream().anyMatch(source -> source.measures().contains(id));
        return page.view(
                "performance/measure",
                Map.of("measure", measure, "measured", measured, "uses", forms.measureUses(id, USES)));
    }
}
