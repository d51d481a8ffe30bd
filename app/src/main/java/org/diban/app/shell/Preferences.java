package org.diban.app.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * How a browser shows pages: its cookies {@code diban.lang} and {@code diban.theme}.
 *
 * @param language Chinese or English
 * @param dark whether the dark colours are chosen
 */
public record Preferences(Language language, boolean dark) {
    /** The languages of the product. */
    public enum Language {
        ZH("zh-CN", Locale.SIMPLIFIED_CHINESE),
        EN("en", Locale.ENGLISH);

        private final String tag;
        private final Locale locale;

        Language(String tag, Locale locale) {
            this.tag = tag;
            this.locale = locale;
        }

        /** The value of {@code lang} in HTML. */
        public String tag() {
            return tag;
        }

        /** The locale of its texts. */
        public Locale locale() {
            return locale;
        }

        /** The code in the cookie and in the database: {@code zh} or {@code en}. */
        public String code() {
            return locale.getLanguage();
        }

        /** The language of a code; Chinese for anything but {@code en}. */
        public static Language of(String code) {
            return "en".equals(code) ? EN : ZH;
        }
    }

    private static final String LANGUAGE_COOKIE = "diban.lang";
    private static final String THEME_COOKIE = "diban.theme";
    private static final Duration KEPT = Duration.ofDays(400);

    /** The preferences of a request; what its cookies do not say is the installation's language and light. */
    public static Preferences of(HttpServletRequest request, Language otherwise) {
        Language language = otherwise;
        boolean dark = false;
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    language = Language.of(cookie.getValue());
                } else if (cookie.getName().equals(THEME_COOKIE)) {
                    dark = cookie.getValue().equals("dark");
                }
            }
        }
        return new Preferences(language, dark);
    }

    /** Keeps the preferences in the browser. */
    public void keep(HttpServletRequest request, HttpServletResponse response) {
        keep(request, response, LANGUAGE_COOKIE, language.code());
        keep(request, response, THEME_COOKIE, dark ? "dark" : "light");
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
