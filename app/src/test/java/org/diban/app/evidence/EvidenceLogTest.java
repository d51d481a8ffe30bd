package org.diban.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.diban.app.database.AppTest;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class EvidenceLogTest {
    private final EvidenceLog log;
    private final EvidenceFiles files;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    @Autowired
    EvidenceLogTest(EvidenceLog log, EvidenceFiles files, TransactionTemplate transactions, JdbcClient jdbc) {
        this.log = log;
        this.files = files;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void an_append_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> log.append("test/alone", "thing.noted", "usr_1", JsonObject.EMPTY))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void facts_are_read_back_as_they_were_appended() {
        JsonObject body = JsonObject.builder()
                .put("text", "制表\t换行\n反斜杠\\ \"引号\" 😀")
                .put("n", -7)
                .build();
        FactRef first = transactions.execute(s -> log.append("test/read", "thing.noted", "usr_1", body));
        FactRef second = transactions.execute(s -> log.correct(first, "thing.noted", "usr_2", JsonObject.EMPTY));
        assertThat(log.readAll("test/read")).extracting(Fact::seq).containsExactly(0L, 1L);
        assertThat(log.find(first).orElseThrow().body()).isEqualTo(body);
        assertThat(log.find(second).orElseThrow().corrects()).isEqualTo(first);
        assertThat(log.find(new FactRef("test/read", 2))).isEmpty();
        assertThat(log.length("test/nowhere")).isZero();
    }

    @Test
    void copied_facts_are_the_same_as_inserted_ones() {
        JsonObject body = JsonObject.builder()
                .put("text", "制表\t换行\n反斜杠\\ \\. \\N \"引号\" 😀\r\u0007")
                .build();
        transactions.execute(s -> log.append("test/copy", "thing.noted", "usr_1", body));
        EvidenceLog.Appended appended = transactions.execute(s -> log.appendAll(
                        "test/copy",
                        "thing.noted",
                        "usr_1",
                        IntStream.range(0, 25_000).mapToObj(i -> body).iterator())
                .orElseThrow());
        assertThat(appended).isEqualTo(new EvidenceLog.Appended("test/copy", 1, 25_000));
        assertThat(log.read("test/copy", 24_999, 10))
                .extracting(Fact::seq, Fact::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(24_999L, body),
                        org.assertj.core.groups.Tuple.tuple(25_000L, body));
    }

    @Test
    void a_rolled_back_append_leaves_no_gap() {
        transactions.execute(s -> log.append("test/gap", "thing.noted", "usr_1", JsonObject.EMPTY));
        transactions.executeWithoutResult(status -> {
            log.append("test/gap", "thing.noted", "usr_1", JsonObject.EMPTY);
            status.setRollbackOnly();
        });
        FactRef next = transactions.execute(s -> log.append("test/gap", "thing.noted", "usr_1", JsonObject.EMPTY));
        assertThat(next).isEqualTo(new FactRef("test/gap", 1));
    }

    @Test
    void numbers_stay_dense_under_concurrent_writers_that_sometimes_fail() throws Exception {
        Random random = new Random(20_241_122);
        List<Boolean> failures =
                IntStream.range(0, 400).mapToObj(i -> random.nextInt(4) == 0).toList();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (boolean fails : failures) {
                writers.execute(() -> transactions.executeWithoutResult(status -> {
                    log.append("test/crowd", "thing.noted", "usr_1", JsonObject.EMPTY);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                }));
            }
        }
        long expected = failures.stream().filter(fails -> !fails).count();
        assertThat(log.length("test/crowd")).isEqualTo(expected);
        assertThat(log.readAll("test/crowd"))
                .extracting(Fact::seq)
                .containsExactlyElementsOf(LongStream.range(0, expected).boxed().toList());
    }

    @Test
    void a_file_is_stored_once_and_read_back() throws IOException {
        byte[] content = new byte[2_500_000];
        new Random(1).nextBytes(content);
        EvidenceFiles.StoredFile first = store(new ByteArrayInputStream(content));
        EvidenceFiles.StoredFile second = store(new ByteArrayInputStream(content));
        assertThat(second).isEqualTo(first);
        assertThat(jdbc.sql("SELECT count(*) FROM evidence.file_part WHERE digest = ?")
                        .param(first.digest())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.copy(first.digest(), out);
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @Test
    void a_file_that_breaks_off_or_is_too_large_leaves_nothing() {
        InputStream broken = new InputStream() {
            private int left = 1_500_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("broken off");
                }
                return 'x';
            }
        };
        long before = parts();
        assertThatThrownBy(() -> store(broken)).hasRootCauseMessage("broken off");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return length;
            }
        };
        assertThatThrownBy(() -> store(endless))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EVLG-1001");
        assertThat(parts()).isEqualTo(before);
    }

    @Test
    void a_damaged_file_is_noticed() throws IOException {
        String digest = store(new ByteArrayInputStream("figures".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .digest();
        jdbc.sql("UPDATE evidence.file_part SET bytes = 'Figures'::bytea WHERE digest = ?")
                .param(digest)
                .update();
        assertThatThrownBy(() -> files.copy(digest, new ByteArrayOutputStream()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EVLG-1002");
    }

    private long parts() {
        return jdbc.sql("SELECT count(*) FROM evidence.file_part")
                .query(Long.class)
                .single();
    }

    private EvidenceFiles.StoredFile store(InputStream content) {
        return transactions.execute(s -> {
            try {
                return files.store(content, "application/octet-stream");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
