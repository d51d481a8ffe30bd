package org.diban.app.jobs.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.diban.app.jobs.Job;
import org.diban.app.jobs.JobProblem;
import org.diban.app.jobs.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Jobs as streams of server-sent events (WHATWG HTML, section 9.2). The store is asked twice a second, which is as often as a worker tells its news, and
 * so the node on which the job runs does not matter. Each stream holds a virtual thread and nothing else.
 *
 * <p>A stream ends with the job, with the server, and after ten minutes: whoever still listens asks again and is recognised again, so a right that
 * was taken away does not live on in an open stream. When all places are taken, the next one is refused with {@link JobProblem#TOO_MANY_WATCH}.
 */
@Component
class JobEvents implements ApplicationListener<ContextClosedEvent> {
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS = 10 * 60 * 2;
    private static final int QUIET_LOOKS = 20;

    private final Jobs jobs;
    private final int limit;
    private final Semaphore places;
    private final CountDownLatch closed = new CountDownLatch(1);

    JobEvents(Jobs jobs, @Value("${diban.jobs.listeners:200}") int limit) {
        this.jobs = jobs;
        this.limit = limit;
        this.places = new Semaphore(limit);
    }

    /** Ends all streams, so that the server need not wait for them. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closed.countDown();
    }

    /**
     * Answers with the changes of a job, from how it stands now to its end. Returns when the stream has ended.
     *
     * @param data what an event carries
     */
    void send(String id, HttpServletResponse response, Function<Job, String> data) {
        if (!places.tryAcquire()) {
            throw JobProblem.TOO_MANY_WATCH.exception(limit);
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream(id, response.getOutputStream(), data);
        } catch (IOException e) {
            // Whoever listened has gone; there is nobody left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void stream(String id, OutputStream out, Function<Job, String> data)
            throws IOException, InterruptedException {
        Job told = jobs.get(id);
        write(out, "retry: 2000\n" + event(told, data));
        int quiet = 0;
        for (int look = 0; look < LOOKS && !told.state().ended(); look++) {
            if (closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            Job now = jobs.get(id);
            if (!now.equals(told)) {
                told = now;
                quiet = 0;
                write(out, event(told, data));
            } else if (++quiet % QUIET_LOOKS == 0) {
                write(out, ": still there\n\n");
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String event(Job job, Function<Job, String> data) {
        StringBuilder out = new StringBuilder("event: ").append(job.state().ended() ? "end" : "job");
        data.apply(job).lines().forEach(line -> out.append("\ndata: ").append(line));
        return out.append("\n\n").toString();
    }
}
