package org.diban.app.jobs.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.diban.app.jobs.Job;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Jobs for programs. Every answer is a JSON object, lists are its member {@code items}; instants are RFC 3339, what is not known is left out. Problems are
 * those of RFC 9457.
 */
@RestController
@RequestMapping("/api/v1/jobs")
class JobApi {
    private final JobService jobs;
    private final JobEvents events;

    JobApi(JobService jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    String list(HttpServletRequest request) {
        ListQuery query = JobPages.query(request);
        Listing<JobView> listing = jobs.list(query);
        return JsonObject.builder()
                .put("total", listing.total())
                .put("page", query.page())
                .put("size", query.size())
                .put(
                        "items",
                        listing.rows().stream().map(view -> json(view.job())).toList())
                .build()
                .canonical();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String job(@PathVariable String id) {
        return json(jobs.read(id).job()).canonical();
    }

    @GetMapping("/{id}/events")
    void events(HttpServletResponse response, @PathVariable String id) {
        jobs.watch(id);
        events.send(id, response, job -> json(job).canonical());
    }

    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    String cancel(@PathVariable String id) {
        return json(jobs.cancel(id)).canonical();
    }

    private static JsonObject json(Job job) {
        return JsonObject.builder()
                .put("id", job.id())
                .put("kind", job.kind())
                .put("owner", job.owner())
                .put("state", job.state().name())
                .put("cancelRequested", job.cancelRequested())
                .put("done", job.done())
                .put("total", number(job.total()))
                .put("percent", number(job.percent()))
                .put("perMinute", number(job.perMinute()))
                .put("secondsLeft", number(job.secondsLeft()))
                .put("message", job.message() == null ? null : json(job.message()))
                .put("result", job.result())
                .put("problem", job.problem() == null ? null : json(job.problem()))
                .put("attempt", job.attempt())
                .put("created", job.createdAt().toString())
                .put("started", time(job.claimedAt()))
                .put("finished", time(job.finishedAt()))
                .build();
    }

    private static JsonObject json(Text text) {
        return JsonObject.builder().put("zh", text.zh()).put("en", text.en()).build();
    }

    private static JsonObject json(Problem problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("kind", problem.kind().name())
                .put("message", json(problem.message()))
                .build();
    }

    private static @Nullable JsonValue number(@Nullable Long number) {
        return number == null ? null : JsonValue.of(number);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
