package org.diban.app.jobs;

import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work for tests: writes the squares of 1 … n, {@code step} of them in one transaction with the position. */
final class CopyRows implements JobKind {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private final LongConsumer acknowledged;

    CopyRows(DataSource source) {
        this(source, n -> {});
    }

    /** {@code acknowledged} is told each last row that is committed. */
    CopyRows(DataSource source, LongConsumer acknowledged) {
        this.acknowledged = acknowledged;
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Override
    public String name() {
        return "copy-rows";
    }

    @Override
    public Text title() {
        return new Text("复制", "Copy");
    }

    @Override
    public Text unit() {
        return new Text("行", "rows");
    }

    @Override
    public JsonObject run(JobContext context) {
        long rows = context.parameters().number("rows");
        long step = context.parameters().number("step");
        @Nullable JsonObject position = context.position();
        for (long from = position == null ? 1 : position.number("next"); from <= rows; from += step) {
            long first = from;
            long last = Math.min(rows, from + step - 1);
            transaction.executeWithoutResult(status -> {
                for (long i = first; i <= last; i++) {
                    jdbc.sql("INSERT INTO copied (job, n, square) VALUES (:job, :n, :square)")
                            .param("job", context.id())
                            .param("n", i)
                            .param("square", i * i)
                            .update();
                }
                context.checkpoint(JsonObject.builder().put("next", last + 1).build());
            });
            acknowledged.accept(last);
            context.progress(last, rows);
        }
        return JsonObject.builder().put("rows", rows).build();
    }
}
