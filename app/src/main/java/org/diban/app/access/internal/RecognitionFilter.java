package org.diban.app.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises who sends a request: by the session cookie, or below {@code /api/} by {@code Authorization: Bearer}. */
final class RecognitionFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String STATIC = "/assets/";

    private final Recognition recognition;

    RecognitionFilter(Recognition recognition) {
        this.recognition = recognition;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        recognise(request).ifPresent(who -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(who, null, java.util.List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(STATIC) || path.startsWith("/webjars/") || path.startsWith("/libraries/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<SignedIn> recognise(HttpServletRequest request) {
        String bearer = bearer(request);
        if (bearer != null) {
            return recognition.ofToken(bearer);
        }
        String secret = SessionCookie.read(request);
        return secret == null ? Optional.empty() : recognition.ofSession(secret);
    }

    /** The token of a request to the API; {@code null} when there is none. A request with a token is never taken for the session beside it. */
    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        String path = request.getRequestURI();
        return header != null && header.startsWith(BEARER) && (path.startsWith("/api/") || path.startsWith("/actuator"))
                ? header.substring(BEARER.length())
                : null;
    }
}
