package org.diban.app.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.diban.app.access.OrganisationId;
import org.diban.app.access.Permission;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.JobState;
import org.diban.app.jobs.Jobs;
import org.diban.app.jobs.internal.Client.Event;
import org.diban.app.jobs.internal.Client.Events;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** Jobs in pages, streams and the interface for programs, against the running server and real jobs. */
@AppTest
@Import({TestPeople.class, SteppedWork.class})
@TestPropertySource(properties = {"diban.sample=false", "diban.jobs.listeners=3"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobPagesTest {
    private final TestPeople people;
    private final Jobs jobs;
    private final SteppedWork work;
    private final JdbcClient jdbc;
    private final List<String> begun = new ArrayList<>();

    @LocalServerPort
    private int port;

    private Actor owner;
    private Client plain;
    private Client reader;
    private Client finance;
    private Client program;

    @Autowired
    JobPagesTest(TestPeople people, Jobs jobs, SteppedWork work, JdbcClient jdbc) {
        this.people = people;
        this.jobs = jobs;
        this.work = work;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void meetPeople() {
        OrganisationId district = people.district();
        owner = people.actor("owner", district);
        Actor officer = people.actor("finance", district, Role.FINANCE_OFFICER);
        plain = Client.of(port, owner);
        reader = Client.of(port, people.actor("reader", district, Role.PROJECT_OFFICER));
        finance = Client.of(port, officer);
        program = Client.ofToken(port, people.token(officer, Permission.JOB_READ, Permission.JOB_CANCEL));
    }

    private String begin(boolean breaks) {
        Job job = jobs.submit(
                SteppedWork.NAME, JsonObject.builder().put("breaks", breaks).build(), owner.id());
        begun.add(job.id());
        return job.id();
    }

    @AfterEach
    void endAll() throws Exception {
        for (String id : begun) {
            if (!jobs.get(id).state().ended()) {
                program.post("/api/v1/jobs/" + id + "/cancel");
            }
            end(id);
        }
        begun.clear();
        work.stop();
    }

    /** How the job ends. */
    private JsonObject end(String id) throws IOException, InterruptedException {
        try (Events events = program.listen("/api/v1/jobs/" + id + "/events")) {
            for (Event event = events.next(); event != null; event = events.next()) {
                if (event.name().equals("end")) {
                    return JsonReader.readObject(event.data());
                }
            }
        }
        throw new AssertionError("the stream ended before the job");
    }

    @Test
    void the_page_follows_a_job_to_its_end() throws Exception {
        String id = begin(false);
        try (Events events = plain.listen("/jobs/" + id + "/events")) {
            assertThat(events.answer().headers().firstValue("Content-Type"))
                    .contains("text/event-stream;charset=UTF-8");
            assertThat(events.answer().headers().firstValue("Cache-Control")).contains("no-store");
            work.allow(2);
            Event second = events.until("2 / 6 步");
            assertThat(second.name()).isEqualTo("job");
            assertThat(second.data()).contains("运行中", "第 2 步 &lt;完成&gt;").doesNotContain("<完成>");
            work.allow(4);
            Event last = events.until("6 / 6");
            while (!last.name().equals("end")) {
                last = events.until("6 / 6");
            }
            assertThat(last.data()).contains("已完成").doesNotContain("<html");
            assertThat(events.next()).isNull();
        }
        HttpResponse<String> page = plain.get("/jobs/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("分步任务", "已完成", "测试owner").doesNotContain("data-job", "/restart", "/cancel");
    }

    @Test
    void an_owner_cancels_on_the_page_and_lets_it_go_on_later() throws Exception {
        String id = begin(false);
        try (Events events = plain.listen("/jobs/" + id + "/events")) {
            events.until("运行中");
            assertThat(plain.get("/jobs/" + id).body()).contains("/jobs/" + id + "/cancel", "data-job=\"/jobs/" + id);
            assertThat(plain.post("/jobs/" + id + "/cancel").statusCode()).isEqualTo(303);
            assertThat(events.until("已取消").name()).isEqualTo("end");
        }
        assertThat(plain.get("/jobs/" + id).body()).contains("/jobs/" + id + "/restart");
        HttpResponse<String> again = plain.post("/jobs/" + id + "/cancel");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("JOB-1004");
        work.allow(6);
        assertThat(plain.post("/jobs/" + id + "/restart").statusCode()).isEqualTo(303);
        assertThat(end(id).string("state")).isEqualTo("SUCCEEDED");
        assertThat(jdbc.sql("SELECT action FROM access.audit WHERE object = :id AND person = :person ORDER BY seq")
                        .param("id", id)
                        .param("person", owner.id())
                        .query(String.class)
                        .list())
                .containsExactly("job.watch", "job.read", "job.cancel", "job.read", "job.restart");
    }

    @Test
    void a_page_that_is_followed_can_still_send_its_forms() throws Exception {
        String id = begin(false);
        String secret = plain.get("/jobs/" + id).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("diban.csrf="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        Client sameBrowser = plain.with(secret);
        try (Events events = sameBrowser.listen("/jobs/" + id + "/events")) {
            assertThat(events.answer().headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(sameBrowser.get("/jobs").headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_failed_job_says_why_and_can_be_restarted() throws Exception {
        work.allow(6);
        String id = begin(true);
        JsonObject ended = end(id);
        assertThat(ended.string("state")).isEqualTo("FAILED");
        assertThat(ended.object("problem").string("code")).isEqualTo("JOB-1005");
        assertThat(plain.get("/jobs/" + id).body()).contains("失败", "JOB-1005", "/jobs/" + id + "/restart");
    }

    @Test
    void others_need_a_right_to_see_and_to_cancel() throws Exception {
        String id = begin(false);
        String other = jobs.submit(
                        SteppedWork.NAME,
                        JsonObject.builder().put("breaks", false).build(),
                        "per_other")
                .id();
        begun.add(other);
        assertThat(plain.get("/jobs").body()).contains(id).doesNotContain(other);
        assertThat(plain.get("/jobs.csv").body().lines().filter(line -> line.contains("per_other")))
                .isEmpty();
        assertThat(plain.get("/jobs/" + other).statusCode()).isEqualTo(403);
        assertThat(plain.get("/jobs/" + other + "/events").statusCode()).isEqualTo(403);
        assertThat(plain.get("/api/v1/jobs/" + other + "/events").statusCode()).isEqualTo(403);
        assertThat(plain.post("/jobs/" + other + "/cancel").statusCode()).isEqualTo(403);
        assertThat(reader.get("/jobs").body()).contains(id, other);
        assertThat(reader.get("/jobs/" + id).body()).doesNotContain("/cancel");
        assertThat(reader.post("/jobs/" + id + "/cancel").statusCode()).isEqualTo(403);
        assertThat(finance.get("/jobs/" + id).body()).contains("/jobs/" + id + "/cancel");
        assertThat(finance.post("/jobs/" + id + "/cancel").statusCode()).isEqualTo(303);
        assertThat(end(id).string("state")).isEqualTo("CANCELLED");
    }

    @Test
    void a_program_lists_follows_and_cancels() throws Exception {
        String id = begin(false);
        try (Events events = program.listen("/api/v1/jobs/" + id + "/events")) {
            work.allow(3);
            JsonObject half =
                    JsonReader.readObject(events.until("\"percent\":50").data());
            assertThat(half.string("state")).isEqualTo("RUNNING");
            assertThat(half.number("done")).isEqualTo(3);
            JsonObject listed = JsonReader.readObject(
                    program.get("/api/v1/jobs?kind=stepped-work&state=RUNNING").body());
            assertThat(listed.number("total")).isEqualTo(1);
            assertThat(program.get("/api/v1/jobs/" + id).body()).contains("\"id\":\"" + id + "\"");
            HttpResponse<String> asked = program.post("/api/v1/jobs/" + id + "/cancel");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(JsonReader.readObject(asked.body()).bool("cancelRequested"))
                    .isTrue();
            assertThat(events.until("CANCELLED").name()).isEqualTo("end");
        }
        HttpResponse<String> unknown = program.get("/api/v1/jobs/job_none/events");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("JOB-1001");
    }

    @Test
    void the_list_keeps_filters_in_every_address_and_pages_and_exports() throws Exception {
        for (int i = 0; i < 45; i++) {
            jdbc.sql("""
                            INSERT INTO jobs.job (id, kind, parameters, owner, state, done, total, created_at, finished_at)
                            VALUES (:id, 'of-yesterday', '{}', 'per_past', 'SUCCEEDED', :n, 45, now() + :n * interval '1 day', now())""").param("id", "job_past%02d".formatted(i)).param("n", i).update();
        }
        String filter = "kind=of-yesterday&state=SUCCEEDED&sort=created";
        String list = "/jobs?state=SUCCEEDED&kind=of-yesterday&sort=created&size=20";
        String first = finance.get(list).body();
        assertThat(first)
                .contains("job_past00", "job_past19", "0 / 45", "of-yesterday")
                .doesNotContain("job_past20")
                .contains("/jobs?state=SUCCEEDED&amp;kind=of-yesterday&amp;sort=created&amp;page=2&amp;size=20")
                .contains("<option value=\"SUCCEEDED\" selected>");
        assertThat(finance.get(list + "&page=3").body()).contains("job_past44").doesNotContain("job_past39");
        assertThat(finance.get("/jobs?kind=of-yesterday&state=RUNNING").body()).doesNotContain("job_past");
        assertThat(finance.get("/jobs.csv?" + filter).body().lines())
                .hasSize(46)
                .anyMatch(line -> line.contains("44 / 45"));
        assertThat(finance.get("/jobs.xlsx?" + filter).body()).startsWith("PK");
        assertThat(finance.get("/jobs?sort=finished").statusCode()).isEqualTo(200);
    }

    @Test
    void a_running_job_tells_its_rate_and_the_time_left() throws Exception {
        jdbc.sql("""
                        INSERT INTO jobs.job
                          (id, kind, parameters, owner, state, done, total, per_minute, attempt, lease_until, claimed_at)
                        VALUES
                          ('job_moving', 'of-today', '{}', 'per_past', 'RUNNING', 60, 1300, 10, 1, now() + interval '1 day', now())""").update();
        assertThat(finance.get("/jobs/job_moving").body()).contains("60 / 1300", "每分钟 10 · 约剩 3 小时");
        assertThat(program.get("/api/v1/jobs/job_moving").body()).contains("\"perMinute\":10", "\"secondsLeft\":7440");
        assertThat(finance.get("/jobs?kind=of-today").body()).contains("60 / 1300 (4%)");
    }

    @Test
    void no_more_listen_than_there_are_places_and_the_end_of_a_job_frees_them() throws Exception {
        String id = begin(false);
        List<Events> listening = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            listening.add(plain.listen("/jobs/" + id + "/events"));
        }
        HttpResponse<String> fourth = program.get("/api/v1/jobs/" + id + "/events");
        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.body()).contains("JOB-1007");
        work.allow(6);
        for (Events events : listening) {
            events.until("已完成");
            assertThat(events.next()).isNull();
            events.close();
        }
        assertThat(end(id).string("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void a_stream_ends_when_the_server_stops() throws Exception {
        String id = begin(false);
        JobEvents events = new JobEvents(jobs, 1);
        MockHttpServletResponse response = new MockHttpServletResponse();
        Thread listener = Thread.ofVirtual().start(() -> events.send(id, response, Job::id));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            events.onApplicationEvent(new ContextClosedEvent(context));
        }
        listener.join();
        assertThat(response.getContentAsString()).isEqualTo("retry: 2000\nevent: job\ndata: " + id + "\n\n");
        assertThat(jobs.get(id).state()).isNotEqualTo(JobState.SUCCEEDED);
    }
}
