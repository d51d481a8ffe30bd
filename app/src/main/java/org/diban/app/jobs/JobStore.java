package org.diban.app.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the jobs. All times are the database's, so that the clocks of the nodes do not matter. */
@Repository
class JobStore {
    /** After so many cut-offs in a row without a step forward a job is not taken up any more. */
    static final int CUT_OFFS = 5;

    private static final String WHERE = """
             WHERE (CAST(:owner AS text) IS NULL OR owner = :owner) AND (CAST(:state AS text) IS NULL OR state = :state)
             AND (CAST(:kind AS text) IS NULL OR kind = :kind)""";

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job that this worker has taken up. */
    record Claim(Job job, @Nullable JsonObject position) {
        String id() {
            return job.id();
        }

        int attempt() {
            return job.attempt();
        }
    }

    /** The news of a running job that a sign of life carries. */
    record News(
            long done,
            @Nullable Long total,
            @Nullable Long perMinute,
            @Nullable Text message) {}

    void insert(String id, String kind, JsonObject parameters, String owner) {
        jdbc.sql("""
                        INSERT INTO jobs.job (id, kind, parameters, owner, state)
                        VALUES (:id, :kind, CAST(:parameters AS jsonb), :owner, 'QUEUED')""")
                .param("id", id)
                .param("kind", kind)
                .param("parameters", parameters.canonical())
                .param("owner", owner)
                .update();
    }

    Optional<Job> find(String id) {
        return jdbc.sql("SELECT * FROM jobs.job WHERE id = :id")
                .param("id", id)
                .query(JobStore::job)
                .optional();
    }

    List<Job> list(JobFilter filter, int limit, long offset) {
        return filtered("SELECT * FROM jobs.job " + WHERE + order(filter) + " LIMIT :limit OFFSET :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(JobStore::job)
                .list();
    }

    long count(JobFilter filter) {
        return filtered("SELECT count(*) FROM jobs.job " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    Stream<Job> stream(JobFilter filter) {
        return filtered("SELECT * FROM jobs.job " + WHERE + order(filter), filter).query(JobStore::job).stream();
    }

    private JdbcClient.StatementSpec filtered(String sql, JobFilter filter) {
        return jdbc.sql(sql)
                .param("owner", filter.owner())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("kind", filter.kind());
    }

    private static String order(JobFilter filter) {
        String way = filter.descending() ? " DESC" : "";
        String unknownLast = filter.order() == JobFilter.Order.FINISHED ? " NULLS LAST" : "";
        return " ORDER BY " + filter.order().column() + way + unknownLast + ", created_at" + way + ", id" + way;
    }

    /** How many jobs are in a state. */
    long count(JobState state) {
        return jdbc.sql("SELECT count(*) FROM jobs.job WHERE state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /**
     * Takes up the oldest job that waits or whose worker has fallen silent; nothing when there is none of the kinds given.
     *
     * <p>A silent job whose step is just committing is passed over: the lock that {@link #savePosition} holds keeps it.
     */
    Optional<Claim> claim(String node, Duration lease, List<String> kinds) {
        giveUp();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        UPDATE jobs.job j SET
                          state = 'RUNNING', node = :node, attempt = attempt + 1, problem = NULL,
                          cut_offs = CASE
                            WHEN state = 'QUEUED' THEN 0
                            WHEN EXISTS (SELECT FROM jobs.position p WHERE p.job = j.id AND p.saved_at >= j.claimed_at) THEN 0
                            ELSE cut_offs + 1 END,
                          lease_until = clock_timestamp() + :lease * interval '1 millisecond', claimed_at = clock_timestamp()
                        WHERE id = (
                          SELECT id FROM jobs.job
                          WHERE (state = 'QUEUED' OR state = 'RUNNING' AND lease_until < clock_timestamp()) AND kind IN (:kinds)
                          ORDER BY created_at, id
                          LIMIT 1
                          FOR UPDATE SKIP LOCKED)
                        RETURNING j.*, (SELECT position FROM jobs.position p WHERE p.job = j.id) AS position""")
                .param("node", node)
                .param("lease", lease.toMillis())
                .param("kinds", kinds)
                .query((row, n) -> new Claim(job(row, n), json(row, "position")))
                .optional();
    }

    /** Ends all leases: for a process that knows that no other worker is alive. */
    void endLeases() {
        jdbc.sql("UPDATE jobs.job SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'RUNNING'")
                .update();
    }

    private void giveUp() {
        jdbc.sql("""
                        UPDATE jobs.job j SET
                          state = 'INTERRUPTED', lease_until = NULL, node = NULL, cut_offs = 0, finished_at = clock_timestamp(),
                          problem = CAST(:problem AS jsonb)
                        WHERE id IN (
                          SELECT id FROM jobs.job
                          WHERE state = 'RUNNING' AND lease_until < clock_timestamp() AND cut_offs >= :limit - 1
                          FOR UPDATE SKIP LOCKED)
                        AND NOT EXISTS (SELECT FROM jobs.position p WHERE p.job = j.id AND p.saved_at >= j.claimed_at)""")
                .param("limit", CUT_OFFS)
                .param("problem", write(JobProblem.CUT_OFF.problem(CUT_OFFS)).canonical())
                .update();
    }

    /**
     * Renews the lease and stores the news.
     *
     * @return whether somebody has asked to cancel; nothing when the job is no longer this worker's
     */
    Optional<Boolean> renew(Claim claim, Duration lease, News news) {
        return jdbc.sql("""
                        UPDATE jobs.job SET
                          lease_until = clock_timestamp() + :lease * interval '1 millisecond',
                          done = :done, total = :total, per_minute = :perMinute, message = CAST(:message AS jsonb)
                        WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
                        RETURNING cancel_requested""")
                .param("lease", lease.toMillis())
                .param("done", news.done())
                .param("total", news.total())
                .param("perMinute", news.perMinute())
                .param(
                        "message",
                        news.message() == null ? null : write(news.message()).canonical())
                .param("id", claim.id())
                .param("attempt", claim.attempt())
                .query(Boolean.class)
                .optional();
    }

    /**
     * Saves the position in the current transaction.
     *
     * @return false when the job is no longer this worker's; nothing is saved then
     */
    boolean savePosition(Claim claim, JsonObject position) {
        return jdbc.sql("""
                        WITH mine AS (
                          SELECT id FROM jobs.job WHERE id = :id AND attempt = :attempt AND state = 'RUNNING' FOR KEY SHARE)
                        INSERT INTO jobs.position (job, position, saved_at)
                        SELECT id, CAST(:position AS jsonb), clock_timestamp() FROM mine
                        ON CONFLICT (job) DO UPDATE SET position = excluded.position, saved_at = excluded.saved_at""")
                        .param("id", claim.id())
                        .param("attempt", claim.attempt())
                        .param("position", position.canonical())
                        .update()
                == 1;
    }

    void succeed(Claim claim, News news, JsonObject result) {
        end(claim, JobState.SUCCEEDED, news, result, null);
    }

    void fail(Claim claim, News news, Problem problem) {
        end(claim, JobState.FAILED, news, null, problem);
    }

    void cancelled(Claim claim, News news) {
        end(claim, JobState.CANCELLED, news, null, null);
    }

    private void end(Claim claim, JobState state, News news, @Nullable JsonObject result, @Nullable Problem problem) {
        jdbc.sql("""
                        UPDATE jobs.job SET
                          state = :state, lease_until = NULL, node = NULL, cancel_requested = false, finished_at = clock_timestamp(),
                          done = :done, total = :total, per_minute = NULL, message = NULL,
                          result = CAST(:result AS jsonb), problem = CAST(:problem AS jsonb)
                        WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'""")
                .param("state", state.name())
                .param("done", news.done())
                .param("total", news.total())
                .param("result", result == null ? null : result.canonical())
                .param("problem", problem == null ? null : write(problem).canonical())
                .param("id", claim.id())
                .param("attempt", claim.attempt())
                .update();
    }

    /** Puts a job that this worker has to let go back into the queue. */
    void putBack(Claim claim) {
        jdbc.sql("""
                        UPDATE jobs.job SET state = 'QUEUED', lease_until = NULL, node = NULL, per_minute = NULL, message = NULL
                        WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'""").param("id", claim.id()).param("attempt", claim.attempt()).update();
    }

    /** Whether the job was waiting or running and is now cancelled or asked to stop. */
    boolean cancel(String id) {
        return jdbc.sql("""
                        UPDATE jobs.job SET
                          cancel_requested = state = 'RUNNING',
                          finished_at = CASE WHEN state = 'QUEUED' THEN clock_timestamp() END,
                          state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END
                        WHERE id = :id AND state IN ('QUEUED', 'RUNNING')""").param("id", id).update() == 1;
    }

    /** Whether the job had ended without success and is now waiting again. */
    boolean restart(String id) {
        return jdbc.sql("""
                        UPDATE jobs.job SET state = 'QUEUED', finished_at = NULL, cut_offs = 0, problem = NULL
                        WHERE id = :id AND state IN ('FAILED', 'CANCELLED', 'INTERRUPTED')""").param("id", id).update() == 1;
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        JsonObject message = json(row, "message");
        JsonObject problem = json(row, "problem");
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                JsonReader.readObject(row.getString("parameters")),
                row.getString("owner"),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("cancel_requested"),
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getObject("per_minute", Long.class),
                message == null ? null : text(message),
                json(row, "result"),
                problem == null ? null : problem(problem),
                row.getInt("attempt"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "claimed_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable JsonObject json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : JsonReader.readObject(text);
    }

    private static JsonObject write(Text text) {
        return JsonObject.builder().put("zh", text.zh()).put("en", text.en()).build();
    }

    private static Text text(JsonObject json) {
        return new Text(json.string("zh"), json.string("en"));
    }

    private static JsonObject write(Problem problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("kind", problem.kind().name())
                .put("message", write(problem.message()))
                .put("location", problem.location().toString())
                .build();
    }

    private static Problem problem(JsonObject json) {
        String place = json.string("location");
        return new Problem(
                json.string("code"),
                ProblemKind.valueOf(json.string("kind")),
                text(json.object("message")),
                place.isEmpty() ? Location.NOWHERE : new Location(place, 0, 0, null));
    }
}
