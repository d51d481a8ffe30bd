package org.diban.app.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The maker of {@link Page}s: for controllers that take one as a parameter, and for whoever answers outside of controllers. */
@Component
public final class Pages implements HandlerMethodArgumentResolver {
    private static final String NOTE_COOKIE = "diban.note";

    private final Frame frame;
    private final Preferences.Language language;

    Pages(Frame frame, ShellSettings settings) {
        this.frame = frame;
        this.language = Preferences.Language.of(settings.language());
    }

    /** The page of a request. Reading it uses up the note that waits in the browser, unless only a part of a page was asked for. */
    public Page of(HttpServletRequest request, HttpServletResponse response) {
        Page page = new Page(frame, request, Preferences.of(request, language), viewer(request), note(request));
        if (page.note() != null && !page.fragment()) {
            response.addHeader(HttpHeaders.SET_COOKIE, noteCookie(request, "", Duration.ZERO));
        }
        return page;
    }

    /** The preferences of a request. */
    public Preferences preferences(HttpServletRequest request) {
        return Preferences.of(request, language);
    }

    /** Sends the browser to an address of ours, by {@code GET} (303). */
    public static ModelAndView redirect(String path) {
        RedirectView view = new RedirectView(path, false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** The same, with a note that the page there shows once. */
    public static ModelAndView redirect(
            String path, Note note, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, noteCookie(request, note.cookie(), Duration.ofMinutes(1)));
        return redirect(path);
    }

    /** Whether an address can only mean a page of this application, so that nobody can be sent elsewhere with it. */
    public static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > 0x20 && c != '\\' && c < 0x7f);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    /** Who is signed in; {@code null} when nobody is. */
    static @Nullable Viewer viewer(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Viewer viewer
                ? viewer
                : null;
    }

    private @Nullable Note note(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NOTE_COOKIE)) {
                Note note = Note.ofCookie(cookie.getValue());
                return note != null && frame.messages().all().containsKey(note.key()) ? note : null;
            }
        }
        return null;
    }

    private static String noteCookie(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(NOTE_COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
