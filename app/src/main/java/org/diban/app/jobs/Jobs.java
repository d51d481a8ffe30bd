package org.diban.app.jobs;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diban.kernel.id.Ids;
import org.diban.kernel.json.JsonObject;
import org.springframework.stereotype.Service;

/** The jobs of this installation. Safe for several threads and several nodes. */
@Service
public class Jobs {
    private final JobStore store;
    private final Ids ids;
    private final Map<String, JobKind> kinds = new TreeMap<>();
    private final JobBell bell;

    Jobs(JobStore store, Ids ids, List<JobKind> kinds, JobBell bell) {
        this.store = store;
        this.ids = ids;
        this.bell = bell;
        for (JobKind kind : kinds) {
            if (this.kinds.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two kinds of job are called " + kind.name());
            }
        }
    }

    /**
     * Asks for work. In a transaction the job exists when and only when that commits.
     *
     * @param owner the id of the person who asks
     * @throws org.diban.kernel.problem.ProblemException with {@link JobProblem#UNKNOWN_KIND}
     */
    public Job submit(String kind, JsonObject parameters, String owner) {
        if (!kinds.containsKey(kind)) {
            throw JobProblem.UNKNOWN_KIND.exception(kind);
        }
        String id = ids.next("job");
        store.insert(id, kind, parameters, owner);
        bell.ring();
        return get(id);
    }

    public Optional<Job> find(String id) {
        return store.find(id);
    }

    /**
     * The job.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link JobProblem#NOT_FOUND}
     */
    public Job get(String id) {
        return find(id).orElseThrow(() -> JobProblem.NOT_FOUND.exception(id));
    }

    /** At most {@code limit} of the jobs, after the first {@code offset}. */
    public List<Job> list(JobFilter filter, int limit, long offset) {
        return store.list(filter, limit, offset);
    }

    /** How many jobs there are. */
    public long count(JobFilter filter) {
        return store.count(filter);
    }

    /** All the jobs; must be closed. Needs a transaction, and reads as it goes. */
    public Stream<Job> stream(JobFilter filter) {
        return store.stream(filter);
    }

    /** The kinds of this version, by their names. */
    public Map<String, JobKind> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** The kind by its name; nothing for a job whose kind this version no longer knows. */
    public Optional<JobKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /**
     * Cancels a waiting job at once and asks a running one to stop at its next step. What its finished steps wrote stays.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link JobProblem#NOT_FOUND} or {@link JobProblem#ALREADY_ENDED}
     */
    public Job cancel(String id) {
        if (!store.cancel(id)) {
            throw JobProblem.ALREADY_ENDED.exception(get(id).id());
        }
        bell.ring();
        return get(id);
    }

    /**
     * Lets a job go on from its last position.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link JobProblem#NOT_FOUND} or {@link JobProblem#NOT_RESTARTABLE}
     */
    public Job restart(String id) {
        if (!store.restart(id)) {
            Job job = get(id);
            throw JobProblem.NOT_RESTARTABLE.exception(id, job.state().title().en());
        }
        bell.ring();
        return get(id);
    }
}
