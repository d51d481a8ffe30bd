package org.diban.app.jobs.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diban.app.access.Access;
import org.diban.app.access.Audit;
import org.diban.app.access.People;
import org.diban.app.access.Permission;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.JobFilter;
import org.diban.app.jobs.JobKind;
import org.diban.app.jobs.JobState;
import org.diban.app.jobs.Jobs;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs as people see them. Owners see theirs, holders of {@code JOB_READ} all; owners and holders of {@code JOB_CANCEL} cancel and restart. Every call
 * leaves an audit record.
 */
@Component
class JobService {
    private final Jobs jobs;
    private final Access access;
    private final Audit audit;
    private final People people;

    JobService(Jobs jobs, Access access, Audit audit, People people) {
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.people = people;
    }

    /** The kinds of job by their names. */
    Map<String, JobKind> kinds() {
        return jobs.kinds();
    }

    /** One page of the jobs that the viewer may see. */
    Listing<JobView> list(ListQuery query) {
        audit.read("job.list", "-");
        JobFilter filter = filter(query);
        List<Job> rows = jobs.list(filter, query.size(), query.offset());
        Map<String, String> names = people.names(rows.stream().map(Job::owner).collect(Collectors.toSet()));
        return new Listing<>(rows.stream().map(job -> view(job, names)).toList(), jobs.count(filter));
    }

    /** Hands all jobs of a query to a receiver, within one transaction. */
    @Transactional(readOnly = true)
    public void export(ListQuery query, Consumer<Stream<JobView>> receiver) {
        audit.read("job.export", "-");
        Map<String, String> names = new HashMap<>();
        try (Stream<Job> rows = jobs.stream(filter(query))) {
            receiver.accept(rows.map(job -> {
                names.computeIfAbsent(
                        job.owner(), owner -> people.names(List.of(owner)).get(owner));
                return view(job, names);
            }));
        }
    }

    /** The job, for looking at it once. */
    JobView read(String id) {
        JobView view = seen(id);
        audit.read("job.read", id);
        return view;
    }

    /** The job, for looking on while it runs. */
    JobView watch(String id) {
        JobView view = seen(id);
        audit.read("job.watch", id);
        return view;
    }

    /** Cancels a waiting job, or asks a running one to stop. */
    @Transactional
    public Job cancel(String id) {
        requireAct(jobs.get(id));
        Job cancelled = jobs.cancel(id);
        audit.wrote("job.cancel", id);
        return cancelled;
    }

    /** Lets a job that ended without success go on. */
    @Transactional
    public void restart(String id) {
        requireAct(jobs.get(id));
        jobs.restart(id);
        audit.wrote("job.restart", id);
    }

    private JobView seen(String id) {
        Job job = jobs.get(id);
        if (!isOwn(job)) {
            access.require(Permission.JOB_READ);
        }
        return view(job, people.names(List.of(job.owner())));
    }

    private void requireAct(Job job) {
        if (!isOwn(job)) {
            access.require(Permission.JOB_CANCEL);
        }
    }

    private boolean isOwn(Job job) {
        return job.owner().equals(access.current().value());
    }

    private JobView view(Job job, Map<String, String> names) {
        JobKind kind = jobs.kind(job.kind()).orElse(null);
        return new JobView(
                job,
                kind == null ? new Text(job.kind(), job.kind()) : kind.title(),
                kind == null ? new Text("", "") : kind.unit(),
                names.getOrDefault(job.owner(), job.owner()),
                isOwn(job) || access.may(Permission.JOB_CANCEL));
    }

    private JobFilter filter(ListQuery query) {
        return new JobFilter(
                access.may(Permission.JOB_READ) ? null : access.current().value(),
                state(query.filter("state")),
                query.filter("kind").isEmpty() ? null : query.filter("kind"),
                JobFilter.Order.valueOf(query.sort().toUpperCase(Locale.ROOT)),
                query.descending());
    }

    /** The state of a name; all states for a name that means nothing. */
    private static @Nullable JobState state(String name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
