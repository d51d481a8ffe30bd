package org.diban.app.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diban.kernel.problem.Text;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a template knows about the request it answers: who looks, in which language and colours, and how to write texts, times and
 * addresses. Controllers take one as a parameter. Templates have a parameter {@code page} of this type.
 */
public final class Page {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Frame frame;
    private final HttpServletRequest request;
    private final Preferences preferences;
    private final @Nullable Viewer viewer;
    private final @Nullable Note note;

    Page(
            Frame frame,
            HttpServletRequest request,
            Preferences preferences,
            @Nullable Viewer viewer,
            @Nullable Note note) {
        this.frame = frame;
        this.request = request;
        this.preferences = preferences;
        this.viewer = viewer;
        this.note = note;
    }

    /** The answer that renders a template, for example {@code view("access/people", Map.of("people", people))}. */
    public ModelAndView view(String template, Map<String, ?> model) {
        return view(template, model, HttpStatus.OK);
    }

    /** The same with another status, for example 422 for a form with errors. */
    public ModelAndView view(String template, Map<String, ?> model, HttpStatusCode status) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", this);
        ModelAndView answer = new ModelAndView(template, all);
        answer.setStatus(status);
        return answer;
    }

    /** The text of a message key with {@code {0}} … filled in. */
    public String t(String key, Object... arguments) {
        return frame.messages().text(key).with(arguments).in(language().locale());
    }

    /** What an entry of the navigation is for: the text of its key with {@code .about} after it, empty where there is none. */
    public String about(NavigationEntry entry) {
        Text text = frame.messages().all().get(entry.labelKey() + ".about");
        return text == null ? "" : t(text);
    }

    /** The text in the page's language. */
    public String t(Text text) {
        return text.in(language().locale());
    }

    /** A time of the district to the minute, {@code 2024-02-28 11:00}. */
    public String time(Instant instant) {
        return MINUTE.format(instant.atZone(Period.ZONE));
    }

    /** A time of the district to the second. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(Period.ZONE));
    }

    /** A day, {@code 2024-02-28}. */
    public String day(LocalDate day) {
        return day.toString();
    }

    /** How long ago it was, in the largest unit that fits: {@code 5 分钟前}. */
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, frame.clock().instant());
        long minutes = Math.max(0, age.toMinutes());
        if (minutes < 1) {
            return t("shell.ago.now");
        }
        if (minutes < 120) {
            return t("shell.ago.minutes", minutes);
        }
        return minutes < 48 * 60 ? t("shell.ago.hours", minutes / 60) : t("shell.ago.days", minutes / (24 * 60));
    }

    /** The address of a file below {@code static/}. */
    public String asset(String file) {
        return frame.assets().path(file);
    }

    /** The addresses of the libraries. */
    public Assets assets() {
        return frame.assets();
    }

    /** The language of the page. */
    public Preferences.Language language() {
        return preferences.language();
    }

    /** Whether the dark colours are chosen. */
    public boolean dark() {
        return preferences.dark();
    }

    /** The name of the district. */
    public String district() {
        return t(frame.district().name());
    }

    /** The number that scripts of this answer must carry. */
    public String nonce() {
        return Objects.requireNonNull((String) request.getAttribute(SecurityHeaders.NONCE), "no nonce");
    }

    /** The secret that forms send back, so that no other site can send them. */
    public String csrf() {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** Whether htmx asked for a part of a page: then the frame is left out. */
    public boolean fragment() {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** The path of the request. */
    public String path() {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String path ? path : request.getRequestURI();
    }

    /** Where to come back to after a change of language or colours: the path with its query, on {@code GET} alone. */
    public String here() {
        if (!"GET".equals(request.getMethod()) || path().startsWith("/error")) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    /** Who looks; {@code null} before signing in. */
    public @Nullable Viewer viewer() {
        return viewer;
    }

    /** Whether the frame with navigation is shown: not before the last step of signing in. */
    public boolean framed() {
        return viewer != null && viewer.complete();
    }

    /** Whether the viewer holds a right anywhere. */
    public boolean may(Right right) {
        return viewer != null && viewer.may(right);
    }

    /** The systems and entries the viewer may use. */
    public List<NavigationGroup> navigation() {
        return viewer == null || !viewer.complete() ? List.of() : frame.navigation(viewer);
    }

    /** Whether an entry of the navigation is the one being looked at. */
    public boolean within(NavigationEntry entry) {
        String path = path();
        return path.equals(entry.href()) || path.startsWith(entry.href() + "/");
    }

    /** What waits for the viewer, with how many; only kinds of which something waits. */
    public List<Waiting> waiting() {
        return viewer == null || !viewer.complete() ? List.of() : frame.waiting(viewer);
    }

    /** Whether there is anything the viewer could search. */
    public boolean searchable() {
        return viewer != null && viewer.complete() && frame.searchable(viewer);
    }

    /** What was just done, to be shown once; {@code null} when nothing was. */
    public @Nullable Note note() {
        return note;
    }

    /**
     * What waits.
     *
     * @param inbox the kind
     * @param count how many, at least 1
     */
    public record Waiting(Inbox inbox, int count) {}
}
