package org.diban.app.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the frame itself: start, search, preferences, errors. */
@Controller
@ControllerAdvice
class ShellController implements ErrorController {
    private static final int HITS = 20;

    private final Pages pages;
    private final ProblemAnswer answer;
    private final List<SearchSource> sources;
    private final ApplicationEventPublisher events;

    ShellController(Pages pages, ProblemAnswer answer, List<SearchSource> sources, ApplicationEventPublisher events) {
        this.pages = pages;
        this.answer = answer;
        this.sources = sources;
        this.events = events;
    }

    /** The overview when there is one, else what the person may use. */
    @GetMapping("/")
    ModelAndView start(Page page) {
        for (NavigationGroup group : page.navigation()) {
            if (group.area() == NavigationArea.OVERVIEW) {
                return Pages.redirect(group.entries().getFirst().href());
            }
        }
        return page.view("shell/start", Map.of());
    }

    @GetMapping("/search")
    ModelAndView search(Page page, @RequestParam(name = "q", defaultValue = "") String text) {
        String wanted = text.strip();
        List<Found> found = wanted.isEmpty() || wanted.length() > 100
                ? List.of()
                : sources.stream()
                        .filter(source -> page.may(source.right()))
                        .map(source -> new Found(source.labelKey(), source.find(wanted, HITS)))
                        .filter(f -> !f.hits().isEmpty())
                        .toList();
        return page.view("shell/search", Map.of("text", wanted, "found", found));
    }

    @PostMapping("/preferences")
    ModelAndView prefer(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(name = "to", defaultValue = "/") String to) {
        Preferences old = pages.preferences(request);
        Preferences chosen = new Preferences(
                language == null ? old.language() : Preferences.Language.of(language),
                theme == null ? old.dark() : theme.equals("dark"));
        chosen.keep(request, response);
        Viewer viewer = Pages.viewer(request);
        if (viewer != null && chosen.language() != old.language()) {
            events.publishEvent(new LanguageChosen(viewer.id(), chosen.language()));
        }
        return Pages.redirect(Pages.isOurs(to) ? to : "/");
    }

    @ExceptionHandler(Exception.class)
    void problem(HttpServletRequest request, HttpServletResponse response, Exception exception) throws IOException {
        answer.send(request, response, exception);
    }

    /** What the container itself refused. */
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (thrown instanceof Exception exception) {
            answer.send(request, response, exception);
        } else if (status == HttpStatus.CONTENT_TOO_LARGE) {
            answer.send(request, response, ShellProblem.TOO_LARGE);
        } else if (status == HttpStatus.FORBIDDEN) {
            answer.send(request, response, ShellProblem.DENIED);
        } else if (status != null && status.is4xxClientError() && status != HttpStatus.NOT_FOUND) {
            answer.send(request, response, ShellProblem.BAD_REQUEST);
        } else if (status == null || status.is5xxServerError()) {
            answer.send(request, response, new IllegalStateException("the container answered " + code));
        } else {
            answer.send(request, response, ShellProblem.NOT_FOUND);
        }
    }
}
