package org.diban.app.jobs;

import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;

/** A job whose work breaks after so many steps are saved, without a word to the job store. */
final class StopsAfter implements JobContext {
    private final JobContext context;
    private int steps;

    StopsAfter(JobContext context, int steps) {
        this.context = context;
        this.steps = steps;
    }

    @Override
    public String id() {
        return context.id();
    }

    @Override
    public String owner() {
        return context.owner();
    }

    @Override
    public JsonObject parameters() {
        return context.parameters();
    }

    @Override
    public @Nullable JsonObject position() {
        return context.position();
    }

    @Override
    public void progress(long done, @Nullable Long total) {
        context.progress(done, total);
        if (--steps == 0) {
            throw new IllegalStateException("broken on purpose");
        }
    }

    @Override
    public void message(Text message) {
        context.message(message);
    }

    @Override
    public void checkpoint(JsonObject position) {
        context.checkpoint(position);
    }

    @Override
    public void throwIfCancelled() {
        context.throwIfCancelled();
    }
}
