package org.diban.app.jobs.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diban.app.jobs.JobContext;
import org.diban.app.jobs.JobKind;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.springframework.stereotype.Component;

/** A kind of job for tests: does as many steps as it is allowed, and breaks at its end when it is told to. */
@Component
class SteppedWork implements JobKind {
    static final String NAME = "stepped-work";

    private static final long STEPS = 6;

    private final Semaphore allowed = new Semaphore(0);

    /** Lets the running job do so many more steps; it has 6. */
    void allow(int steps) {
        allowed.release(steps);
    }

    /** Forgets what was allowed and not used. */
    void stop() {
        allowed.drainPermits();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return new Text("分步任务", "Stepped work");
    }

    @Override
    public Text unit() {
        return new Text("步", "steps");
    }

    @Override
    public JsonObject run(JobContext context) throws InterruptedException {
        for (long step = 0; step < STEPS; ) {
            context.progress(step, STEPS);
            context.message(new Text("第 " + step + " 步 <完成>", "Step " + step + " <done>"));
            if (allowed.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                step++;
            }
            context.throwIfCancelled();
        }
        context.progress(STEPS, STEPS);
        if (context.parameters().bool("breaks")) {
            throw new IllegalStateException("broken on purpose");
        }
        return JsonObject.builder().put("steps", STEPS).build();
    }
}
