package org.diban.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.diban.app.database.AppTest;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures how many facts a second are appended durably and sealed on PostgreSQL, beside the bare COPY of the same bytes into the same kind of table in the same
 * run. Run by name: {@code mvn -pl app -am test -Dtest=EvidenceSpeedTest -Dsurefire.failIfNoSpecifiedTests=false -Ddiban.measure=true}.
 */
@AppTest
@Tag("measure")
@EnabledIfSystemProperty(named = "diban.measure", matches = "true", disabledReason = "a measurement, run by name")
@TestPropertySource(properties = {"diban.evidence.sealing-pause=1h", "diban.sample=false"})
class EvidenceSpeedTest {
    private static final int FACTS = 500_000;
    private static final int ROUNDS = 5;

    private final EvidenceLog log;
    private final SealedLog sealed;
    private final DataSource source;
    private final TransactionTemplate transactions;

    @Autowired
    EvidenceSpeedTest(EvidenceLog log, SealedLog sealed, DataSource source, TransactionTemplate transactions) {
        this.log = log;
        this.sealed = sealed;
        this.source = source;
        this.transactions = transactions;
    }

    @Test
    void facts_are_appended_and_sealed_at_the_rate_that_is_asked_for() throws SQLException {
        List<Double> appended = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        List<Double> sealing = new ArrayList<>();
        bare(
                "CREATE TABLE bare (stream integer NOT NULL, seq bigint NOT NULL, leaf text NOT NULL, PRIMARY KEY (stream, seq))");
        for (int round = 0; round < ROUNDS; round++) {
            String stream = "speed/round." + round;
            long start = System.nanoTime();
            transactions.executeWithoutResult(status -> log.appendAll(stream, "probe.minute", "system", bodies()));
            appended.add(rate(start));
            copied.add(copy(stream, round));
            start = System.nanoTime();
            sealed.seal();
            sealing.add(rate(start));
        }
        System.out.printf(
                Locale.ROOT,
                "%d facts a round, %d rounds, median (least - most) facts/s%n  appendAll  %s%n  bare COPY  %s%n  sealing    %s%n",
                FACTS,
                ROUNDS,
                figures(appended),
                figures(copied),
                figures(sealing));
        assertThat(median(appended)).as("facts appended durably per second").isGreaterThanOrEqualTo(50_000);
    }

    private static Iterator<JsonObject> bodies() {
        return IntStream.range(0, FACTS)
                .mapToObj(i -> JsonObject.builder()
                        .put("site", "sit_" + i % 4000)
                        .put("sent", 60)
                        .put("lost", i % 13 == 0 ? 1 : 0)
                        .put("rttMicros", 800 + i % 977)
                        .put("minute", 28_401_120L + i)
                        .build())
                .iterator();
    }

    /** The same leaves, already made, by one COPY in one transaction: what PostgreSQL itself needs. */
    private double copy(String stream, int table) throws SQLException {
        List<byte[]> lines = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        for (int from = 0; from < FACTS; from += 10_000) {
            log.read(stream, from, 10_000)
                    .forEach(fact -> chunk.append(table)
                            .append('\t')
                            .append(fact.seq())
                            .append('\t')
                            .append(new String(fact.leaf(), StandardCharsets.UTF_8))
                            .append('\n'));
            lines.add(chunk.toString().getBytes(StandardCharsets.UTF_8));
            chunk.setLength(0);
        }
        long start = System.nanoTime();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            CopyIn copy = connection
                    .unwrap(BaseConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY bare (stream, seq, leaf) FROM STDIN");
            for (byte[] line : lines) {
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
            connection.commit();
        }
        return rate(start);
    }

    private void bare(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static double rate(long start) {
        return FACTS * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static String figures(List<Double> rates) {
        return String.format(
                Locale.ROOT,
                "%,9.0f (%,.0f - %,.0f)",
                median(rates),
                rates.stream().min(Comparator.naturalOrder()).orElseThrow(),
                rates.stream().max(Comparator.naturalOrder()).orElseThrow());
    }
}
