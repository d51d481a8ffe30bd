package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diban.app.access.Access;
import org.diban.app.access.Permission;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.Plot;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.time.Period;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages about the log as a whole: its state, its keys, and how to check it without this server. */
@Controller
class LogPages {
    private static final int DAYS = 30;

    private final Sight sight;
    private final Access access;
    private final SealedLog log;
    private final LogCatalogue catalogue;
    private final Proofs proofs;
    private final Witnesses witnesses;
    private final InstantSource clock;

    LogPages(
            Sight sight,
            Access access,
            SealedLog log,
            LogCatalogue catalogue,
            Proofs proofs,
            Witnesses witnesses,
            InstantSource clock) {
        this.sight = sight;
        this.access = access;
        this.log = log;
        this.catalogue = catalogue;
        this.proofs = proofs;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @GetMapping("/evidence/log")
    ModelAndView log(Page page) {
        sight.requireAny();
        Optional<SealedLog.Sealed> latest = log.latest();
        List<LogCatalogue.RegisteredKey> inUse =
                catalogue.keys().stream().filter(key -> key.retired() == null).toList();
        LogState state = new LogState(
                log.origin(),
                log.algorithm().id().toUpperCase(java.util.Locale.ROOT),
                catalogue.totals(),
                latest.orElse(null),
                latest.map(newest -> proofs.judge(newest.checkpoint())).orElse(null),
                inUse);
        return page.view("proof/log", Map.of("state", state, "plot", plot(page)));
    }

    private Plot plot(Page page) {
        LocalDate today = clock.instant().atZone(Period.ZONE).toLocalDate();
        List<Plot.Row> rows = catalogue.sealedByDay(today.minusDays(DAYS - 1L), today).stream()
                .map(day -> new Plot.Row(page.day(day.day()), List.of(String.valueOf(day.leaves()))))
                .toList();
        return new Plot(
                "sealed-leaves",
                page.t("proof.log.plot"),
                page.t("proof.day"),
                List.of(new Plot.Series(page.t("proof.log.leaves"), true)),
                page.t("proof.log.unit"),
                rows,
                null);
    }

    @GetMapping("/evidence/keys")
    ModelAndView keys(Page page) {
        return keys(page, "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/evidence/keys")
    ModelAndView register(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "key", defaultValue = "") String key) {
        try {
            witnesses.register(key);
        } catch (ProblemException e) {
            List<Problem> problems = e.problems().stream()
                    .map(p -> p.at(org.diban.kernel.problem.Location.NOWHERE.cell(0, "key")))
                    .toList();
            return keys(page, key, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Pages.redirect("/evidence/keys", Note.of("proof.keys.registered"), request, response);
    }

    private ModelAndView keys(Page page, String key, List<Problem> problems, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("keys", catalogue.keys());
        model.put("mayRegister", access.may(Permission.GRANT_EDIT));
        model.put("key", key);
        model.put("problems", problems);
        return page.view("proof/keys", model, status);
    }

    @GetMapping("/evidence/how")
    ModelAndView how(Page page) {
        return page.view("proof/how", Map.of("origin", log.origin(), "keys", log.keys()));
    }
}
