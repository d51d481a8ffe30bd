package org.diban.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.diban.app.database.AppTest;
import org.diban.app.database.DataFolder;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The check of a stored log that somebody with access to the database has tampered with. Each test puts back what it changed. */
@AppTest
@TestPropertySource(properties = {"diban.evidence.sealing-pause=1h", "diban.sample=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogCheckTest {
    private final EvidenceLog log;
    private final SealedLog sealed;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final DataFolder folder;
    private final TransactionTemplate transactions;

    @TempDir
    private Path elsewhere;

    @Autowired
    LogCheckTest(
            EvidenceLog log,
            SealedLog sealed,
            JdbcClient jdbc,
            DataSource source,
            DataFolder folder,
            TransactionTemplate transactions) {
        this.log = log;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.source = source;
        this.folder = folder;
        this.transactions = transactions;
    }

    @BeforeAll
    void fill() {
        for (int round = 0; round < 3; round++) {
            append("road/a", 300);
            append("road/b", 7);
            assertThat(sealed.seal()).isPresent();
        }
    }

    private void append(String stream, int count) {
        transactions.executeWithoutResult(status -> log.appendAll(
                stream,
                "thing.noted",
                "system",
                IntStream.range(0, count)
                        .mapToObj(i -> JsonObject.builder().put("n", i).build())
                        .iterator()));
    }

    private record Outcome(boolean intact, String said) {}

    private Outcome check() {
        return check(folder);
    }

    private Outcome check(DataFolder keys) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            boolean intact = LogCheckCommand.check(source, keys, rows -> {}, Locale.ENGLISH, print);
            return new Outcome(intact, out.toString(StandardCharsets.UTF_8));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement, Object... parameters) {
        assertThat(jdbc.sql(statement).params(List.of(parameters)).update()).isPositive();
    }

    private String leaf(String stream, long seq) {
        return jdbc.sql("SELECT f.leaf FROM evidence.fact f JOIN evidence.stream s ON s.id = f.stream"
                        + " WHERE s.name = ? AND f.seq = ?")
                .params(stream, seq)
                .query(String.class)
                .single();
    }

    private void setLeaf(String stream, long seq, String leaf) {
        sql(
                "UPDATE evidence.fact SET leaf = ? WHERE seq = ? AND stream = (SELECT id FROM evidence.stream WHERE name = ?)",
                leaf,
                seq,
                stream);
    }

    private long index(String stream, long seq) {
        return sealed.leafIndex(new org.diban.evidence.FactRef(stream, seq)).orElseThrow();
    }

    private static String first(String stream, long seq, long index) {
        return "First row that differs: stream " + stream + ", number " + seq + ", leaf " + index + ".";
    }

    @Test
    void an_untouched_log_is_intact_and_its_root_is_the_checkpoints() {
        Outcome outcome = check();
        SealedLog.Sealed latest = sealed.latest().orElseThrow();
        assertThat(outcome.intact).as(outcome.said).isTrue();
        assertThat(outcome.said)
                .contains("Computed " + latest.size() + " rows")
                .contains(latest.checkpoint().checkpoint().root().hex())
                .contains("Intact: nothing is wrong.");
    }

    @Test
    void a_changed_row_is_named() {
        String leaf = leaf("road/a", 411);
        setLeaf("road/a", 411, leaf.replace("\"n\":111", "\"n\":112"));
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said).contains("EVID-3001").contains(first("road/a", 411, index("road/a", 411)));
        } finally {
            setLeaf("road/a", 411, leaf);
        }
    }

    @Test
    void a_deleted_row_is_named() {
        String leaf = leaf("road/b", 9);
        sql(
                "DELETE FROM evidence.fact WHERE seq = 9 AND stream = (SELECT id FROM evidence.stream WHERE name = 'road/b')");
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said).contains("EVID-3002").contains(first("road/b", 9, index("road/b", 9)));
        } finally {
            sql(
                    "INSERT INTO evidence.fact (stream, seq, leaf) SELECT id, 9, ? FROM evidence.stream WHERE name = 'road/b'",
                    leaf);
        }
    }

    @Test
    void the_last_row_deleted_is_named_too() {
        long last = log.length("log") - 1;
        String leaf = leaf("log", last);
        sql(
                "DELETE FROM evidence.fact WHERE seq = ? AND stream = (SELECT id FROM evidence.stream WHERE name = 'log')",
                last);
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said).contains(first("log", last, index("log", last)));
        } finally {
            sql(
                    "INSERT INTO evidence.fact (stream, seq, leaf) SELECT id, ?, ? FROM evidence.stream WHERE name = 'log'",
                    last,
                    leaf);
        }
    }

    @Test
    void two_rows_that_changed_places_are_named() {
        String one = leaf("road/a", 20);
        String other = leaf("road/a", 25);
        setLeaf("road/a", 20, other);
        setLeaf("road/a", 25, one);
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said)
                    .contains(first("road/a", 20, index("road/a", 20)))
                    .contains("Row " + index("road/a", 25));
        } finally {
            setLeaf("road/a", 20, one);
            setLeaf("road/a", 25, other);
        }
    }

    @Test
    void a_changed_tile_is_named() {
        byte[] hashes = jdbc.sql("SELECT hashes FROM evidence.tile WHERE level = 1 AND index = 0")
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] changed = hashes.clone();
        changed[5] ^= 1;
        sql("UPDATE evidence.tile SET hashes = ? WHERE level = 1 AND index = 0", (Object) changed);
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said).contains("EVID-3009").contains("Tile 0 of level 1");
        } finally {
            sql("UPDATE evidence.tile SET hashes = ? WHERE level = 1 AND index = 0", (Object) hashes);
        }
    }

    @Test
    void a_changed_checkpoint_is_named() {
        SealedLog.Sealed oldest = sealed.checkpoints(Long.MAX_VALUE, 10).getLast();
        String note = oldest.checkpoint().note().toString();
        String other =
                sealed.latest().orElseThrow().checkpoint().checkpoint().root().base64();
        setNote(
                oldest.size(),
                note.replace(oldest.checkpoint().checkpoint().root().base64(), other));
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said)
                    .contains("EVLG-1102")
                    .contains("EVID-3010")
                    .contains("checkpoint of size " + oldest.size());
        } finally {
            setNote(oldest.size(), note);
        }
    }

    @Test
    void a_checkpoint_that_is_none_is_named() {
        SealedLog.Sealed oldest = sealed.checkpoints(Long.MAX_VALUE, 10).getLast();
        String note = oldest.checkpoint().note().toString();
        setNote(oldest.size(), "nothing");
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said).contains("EVLG-1103").contains("size " + oldest.size());
        } finally {
            setNote(oldest.size(), note);
        }
    }

    private void setNote(long size, String note) {
        sql("UPDATE evidence.checkpoint SET note = ? WHERE size = ?", note, size);
    }

    /** Whoever can write to the database puts in a key of their own and signs every checkpoint again. */
    @Test
    void a_forged_key_is_named_though_every_signature_fits_it() {
        SigningKey forged = SigningKey.generate(sealed.origin(), SignatureType.SM2, new SecureRandom());
        String own = sealed.keys().getFirst().toString();
        List<SealedLog.Sealed> all = sealed.checkpoints(Long.MAX_VALUE, 100);
        sql(
                "UPDATE evidence.verifier_key SET key = ? WHERE key = ?",
                forged.verifierKey().toString(),
                own);
        for (SealedLog.Sealed checkpoint : all) {
            Checkpoint text = checkpoint.checkpoint().checkpoint();
            setNote(
                    text.size(),
                    SignedCheckpoint.sign(text, forged, new SecureRandom())
                            .note()
                            .toString());
        }
        try {
            Outcome outcome = check();
            assertThat(outcome.intact).isFalse();
            assertThat(outcome.said)
                    .contains("EVLG-1101")
                    .contains("EVLG-1102")
                    .contains(forged.verifierKey().fingerprint());
            Outcome withoutKeyFile = check(DataFolder.at(elsewhere));
            assertThat(withoutKeyFile.intact)
                    .as("the database alone cannot show it, and the check says so")
                    .isTrue();
            assertThat(withoutKeyFile.said).contains("compare the fingerprints yourself");
        } finally {
            sql(
                    "UPDATE evidence.verifier_key SET key = ? WHERE key = ?",
                    own,
                    forged.verifierKey().toString());
            all.forEach(c -> setNote(c.size(), c.checkpoint().note().toString()));
        }
    }
}
