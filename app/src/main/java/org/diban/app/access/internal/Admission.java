package org.diban.app.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.diban.app.shell.ProblemAnswer;
import org.diban.app.shell.Route;
import org.diban.app.shell.ShellProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request through when the table of routes says so, and otherwise says why not: an unknown address is not found for people who are signed
 * in; everything else needs signing in first, the next step of it, or the right. Refusals of signed-in people are audited.
 */
final class Admission extends OncePerRequestFilter {
    private final RouteTable routes;
    private final ProblemAnswer answer;
    private final AuditRecorder audit;

    Admission(RouteTable routes, ProblemAnswer answer, AuditRecorder audit) {
        this.routes = routes;
        this.answer = answer;
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn who = CurrentAccess.signedInOrNull();
        Optional<Route> route = routes.find(request);
        if (route.isEmpty()) {
            refuseUnknown(request, response, who);
            return;
        }
        switch (route.get().admission()) {
            case PUBLIC -> chain.doFilter(request, response);
            case SIGNING_IN -> {
                if (who == null) {
                    askToSignIn(request, response);
                } else {
                    chain.doFilter(request, response);
                }
            }
            case SIGNED_IN, RIGHT -> {
                if (who == null) {
                    askToSignIn(request, response);
                } else if (!who.complete()) {
                    askForStep(request, response, who);
                } else if (isHeld(route.get(), who)) {
                    chain.doFilter(request, response);
                } else {
                    deny(request, response, route.get());
                }
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST;
    }

    private static boolean isHeld(Route route, SignedIn who) {
        return route.right() == null || who.may(route.right());
    }

    private void refuseUnknown(HttpServletRequest request, HttpServletResponse response, @Nullable SignedIn who)
            throws IOException {
        if (who == null) {
            askToSignIn(request, response);
        } else {
            answer.send(request, response, ShellProblem.NOT_FOUND);
        }
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isMachine(request)) {
            answer.send(request, response, ShellProblem.SIGN_IN);
        } else if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            redirect(request, response, "/login");
        } else {
            String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            redirect(request, response, "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
    }

    private void askForStep(HttpServletRequest request, HttpServletResponse response, SignedIn who) throws IOException {
        if (isMachine(request)) {
            answer.send(request, response, ShellProblem.SIGN_IN);
        } else {
            redirect(request, response, who.missing().path());
        }
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, Route route) throws IOException {
        audit.denied("route.denied", route.method() + " " + route.pattern());
        answer.send(request, response, ShellProblem.DENIED);
    }

    private static boolean isMachine(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    /** To htmx a redirect would put the whole sign-in page into a part of this one: it is told to leave instead. */
    private static void redirect(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }
    }
}
