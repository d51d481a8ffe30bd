package org.diban.app.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diban.kernel.id.Ids;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * The answer to a request that ended in problems: below {@code /api/} a document of RFC 9457, to htmx a passing note, to a browser a page.
 */
@Component
public final class ProblemAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    private final TemplateEngine templates;
    private final Pages pages;
    private final Ids ids;

    ProblemAnswer(TemplateEngine templates, Pages pages, Ids ids) {
        this.templates = templates;
        this.pages = pages;
        this.ids = ids;
    }

    /** Answers with a problem of the frame's own. */
    public void send(
            HttpServletRequest request, HttpServletResponse response, ShellProblem problem, Object... arguments)
            throws IOException {
        send(request, response, problem.status(), List.of(problem.problem(arguments)));
    }

    /** Answers with what an exception stands for. What nobody foresaw is logged with the number that the answer shows. */
    public void send(HttpServletRequest request, HttpServletResponse response, Exception exception) throws IOException {
        switch (exception) {
            case ProblemException known -> send(request, response, status(known.problem()), known.problems());
            case AsyncRequestNotUsableException gone -> LOG.debug("the client went away");
            case MaxUploadSizeExceededException tooLarge -> send(request, response, ShellProblem.TOO_LARGE);
            case HttpRequestMethodNotSupportedException method ->
                send(request, response, ShellProblem.METHOD, method.getMethod());
            case HttpMediaTypeNotAcceptableException unacceptable ->
                send(request, response, ShellProblem.NOT_ACCEPTABLE);
            case HttpMediaTypeNotSupportedException unsupported -> send(request, response, ShellProblem.MEDIA_TYPE);
            case ErrorResponse error
            when error.getStatusCode().value() == 404 -> send(request, response, ShellProblem.NOT_FOUND);
            case ErrorResponse error
            when error.getStatusCode().is4xxClientError() -> send(request, response, ShellProblem.BAD_REQUEST);
            case org.springframework.beans.TypeMismatchException mismatch ->
                send(request, response, ShellProblem.BAD_REQUEST);
            case org.springframework.http.converter.HttpMessageNotReadableException unreadable ->
                send(request, response, ShellProblem.BAD_REQUEST);
            default -> {
                String number = ids.next("err");
                LOG.error("{} {} {}", ShellProblem.INTERNAL.code(), number, request.getMethod(), exception);
                send(request, response, ShellProblem.INTERNAL, number);
            }
        }
    }

    /** Answers with problems under a status. Does nothing when the answer has already begun. */
    public void send(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, List<Problem> problems)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isApi(request)) {
            if (status == HttpStatus.UNAUTHORIZED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            write(
                    response,
                    "application/problem+json",
                    document(status, problems).canonical());
            return;
        }
        Page page = pages.of(request, response);
        String template = "shell/error.jte";
        if (page.fragment()) {
            response.setHeader("HX-Retarget", "#notes");
            response.setHeader("HX-Reswap", "beforeend");
            template = "shell/problem-note.jte";
        }
        StringOutput html = new StringOutput();
        templates.render(template, Map.of("page", page, "status", status.value(), "problems", problems), html);
        write(response, "text/html", html.toString());
    }

    /** The status of a problem: that of the frame's own codes, else the one of its kind. */
    static HttpStatus status(Problem problem) {
        Optional<ShellProblem> own = Stream.of(ShellProblem.values())
                .filter(p -> p.code().equals(problem.code()))
                .findFirst();
        if (own.isPresent()) {
            return own.get().status();
        }
        return switch (problem.kind()) {
            case USER, DATA -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case DENIED -> HttpStatus.FORBIDDEN;
            case EXTERNAL -> HttpStatus.BAD_GATEWAY;
            case RESOURCE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    static boolean isApi(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original instanceof String text ? text : request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/feed/") || path.startsWith("/actuator");
    }

    private static JsonObject document(HttpStatus status, List<Problem> problems) {
        Problem first = problems.getFirst();
        return JsonObject.builder()
                .put("type", "urn:diban:problem:" + first.code())
                .put("title", first.message().en())
                .put("status", status.value())
                .put("code", first.code())
                .put("problems", problems.stream().map(ProblemAnswer::json).toList())
                .build();
    }

    private static JsonObject json(Problem problem) {
        JsonObject.Builder out = JsonObject.builder()
                .put("code", problem.code())
                .put("kind", problem.kind().name())
                .put(
                        "message",
                        JsonObject.builder()
                                .put("zh", problem.message().zh())
                                .put("en", problem.message().en())
                                .build());
        Location place = problem.location();
        if (!place.equals(Location.NOWHERE)) {
            JsonObject.Builder location =
                    JsonObject.builder().put("file", place.file()).put("field", place.field());
            if (place.line() > 0) {
                location.put("line", place.line());
            }
            if (place.column() > 0) {
                location.put("column", place.column());
            }
            out.put("location", location.build());
        }
        return out.build();
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
