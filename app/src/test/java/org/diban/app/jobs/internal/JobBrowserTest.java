package org.diban.app.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.JobFilter;
import org.diban.app.jobs.JobState;
import org.diban.app.jobs.Jobs;
import org.diban.app.shell.Chromium;
import org.diban.app.shell.Chromium.View;
import org.diban.app.shell.Chromium.Visit;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A job in a real browser: its progress moves by itself, it is cancelled, it goes on, its end shows. */
@AppTest
@Import({TestPeople.class, SteppedWork.class})
@TestPropertySource(properties = "diban.sample=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobBrowserTest {
    private final TestPeople people;
    private final Jobs jobs;
    private final SteppedWork work;

    @LocalServerPort
    private int port;

    private Actor officer;

    @Autowired
    JobBrowserTest(TestPeople people, Jobs jobs, SteppedWork work) {
        this.people = people;
        this.jobs = jobs;
        this.work = work;
    }

    @BeforeAll
    void start() {
        Chromium.require();
        officer = people.actor("watcher", people.district(), Role.FINANCE_OFFICER);
    }

    @AfterEach
    void endAll() {
        for (JobState state : List.of(JobState.QUEUED, JobState.RUNNING)) {
            jobs.list(new JobFilter(officer.id(), state, null, JobFilter.Order.CREATED, true), 10, 0)
                    .forEach(job -> jobs.cancel(job.id()));
        }
        work.stop();
    }

    private Job begin(boolean breaks) {
        return jobs.submit(
                SteppedWork.NAME, JsonObject.builder().put("breaks", breaks).build(), officer.id());
    }

    @Test
    void progress_moves_and_the_end_shows_without_a_hand() {
        Job job = begin(false);
        try (Visit visit = Chromium.visit(port, officer.session(), View.OFFICE, "zh", false)) {
            visit.go("/jobs/" + job.id());
            work.allow(3);
            visit.page().getByText("3 / 6 步").waitFor();
            assertThat(visit.page().locator("progress").getAttribute("value")).isEqualTo("3");
            visit.shoot("job-running-office-zh-light");
            visit.page().getByText("取消任务").click();
            visit.page().locator(".tag", byText("已取消")).waitFor();
            visit.shoot("job-cancelled-office-zh-light");
            work.allow(6);
            visit.page().locator("main button", byText("重新开始")).click();
            visit.page().locator(".tag", byText("已完成")).waitFor();
            assertThat(visit.page().locator("[data-job]").count()).isZero();
            assertThat(visit.isCutOff()).isFalse();
            visit.shoot("job-done-office-zh-light");
        }
    }

    @Test
    void pages_fit_in_both_languages_colours_and_sizes() {
        work.allow(6);
        Job failed = begin(true);
        try (Visit visit = Chromium.visit(port, officer.session(), View.OFFICE, "en", false)) {
            visit.go("/jobs/" + failed.id());
            visit.page().locator(".tag", byText("Failed")).waitFor();
        }
        Job running = begin(false);
        work.allow(2);
        for (View view : new View[] {View.OFFICE, View.PHONE}) {
            for (String language : new String[] {"zh", "en"}) {
                boolean dark = language.equals("en");
                String name = view.name() + "-" + language + (dark ? "-dark" : "-light");
                try (Visit visit = Chromium.visit(port, officer.session(), view, language, dark)) {
                    visit.go("/jobs/" + running.id());
                    visit.page().getByText("2 / 6").waitFor();
                    assertThat(visit.isCutOff()).as(name).isFalse();
                    visit.shoot("job-" + name);
                    visit.go("/jobs/" + failed.id());
                    assertThat(visit.isCutOff()).as(name).isFalse();
                    visit.shoot("job-failed-" + name);
                    visit.go("/jobs");
                    assertThat(visit.isCutOff()).as(name).isFalse();
                    visit.shoot("jobs-" + name);
                }
            }
        }
        work.allow(4);
        try (Visit visit = Chromium.visit(port, officer.session(), View.PHONE, "zh", false)) {
            visit.go("/jobs/" + running.id());
            visit.page().locator(".tag", byText("已完成")).waitFor();
        }
    }

    private static com.microsoft.playwright.Page.LocatorOptions byText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }
}
