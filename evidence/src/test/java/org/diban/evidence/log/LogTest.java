package org.diban.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TileReader;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogTest {
    private final SmallLog log = new SmallLog(HashAlgorithm.SM3, SignatureType.SM2);
    private List<Row> rows = new ArrayList<>();

    private record Row(long index, FactRef ref, byte[] bytes) {}

    @BeforeEach
    void a_log_of_several_tiles_and_batches() {
        Random random = new Random(20_241_122);
        for (int batch = 0; batch < 12; batch++) {
            for (int i = random.nextInt(80); i >= 0; i--) {
                log.add(
                        "probe/site" + random.nextInt(5),
                        "probe.minute",
                        JsonObject.builder().put("up", random.nextInt(60)).build());
            }
            log.seal();
        }
        for (Fact fact : log.facts()) {
            rows.add(new Row(rows.size(), fact.ref(), fact.leaf()));
        }
        assertThat(rows.size()).isGreaterThan(256);
    }

    @Test
    void a_log_as_it_was_sealed_is_intact() {
        LogReport report = check();
        assertThat(report.problems()).isEmpty();
        assertThat(report.intact()).isTrue();
        assertThat(report.rows()).isEqualTo(rows.size());
        assertThat(report.streams()).isEqualTo(6);
        assertThat(report.checkpoints()).isEqualTo(12);
        assertThat(report.root())
                .isEqualTo(log.checkpoints().getLast().checkpoint().root());
        assertThat(report.firstDifference()).isEmpty();
    }

    @Test
    void each_changed_row_is_named_once_and_alone() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            byte[] bytes = row.bytes.clone();
            bytes[(i * 7) % bytes.length] ^= 1;
            rows.set(i, new Row(i, row.ref, bytes));
            LogReport report = check();
            assertThat(report.firstDifference()).contains(new LogReport.Difference(i, row.ref));
            assertThat(codes(report)).containsExactly("EVID-3001");
            rows.set(i, row);
        }
    }

    @Test
    void the_first_of_two_changed_rows_comes_first() {
        change(40);
        change(300);
        LogReport report = check();
        assertThat(report.firstDifference()).contains(new LogReport.Difference(40, rows.get(40).ref));
        assertThat(codes(report)).containsExactly("EVID-3001", "EVID-3001");
    }

    @Test
    void a_missing_row_is_named_by_its_place_and_its_stream() {
        Row missing = rows.remove(50);
        LogReport report = check();
        assertThat(codes(report)).contains("EVID-3002", "EVID-3006");
        assertThat(report.problems().getFirst().message().en()).contains("Rows 50 to 50");
        assertThat(report.problems().stream().map(p -> p.message().en()))
                .anyMatch(
                        m -> m.contains("stream " + missing.ref.stream() + " should go on with " + missing.ref.seq()));
        assertThat(report.checkpoints()).isEqualTo(12);
    }

    @Test
    void missing_rows_at_the_end_are_seen_by_the_checkpoint() {
        rows.removeLast();
        assertThat(codes(check())).containsExactly("EVID-3011");
    }

    @Test
    void a_row_given_twice_is_named() {
        rows.add(51, rows.get(50));
        assertThat(codes(check())).containsExactly("EVID-3003");
    }

    @Test
    void a_row_filed_under_another_name_is_named() {
        Row row = rows.get(50);
        rows.set(50, new Row(50, new FactRef("other", 0), row.bytes));
        assertThat(codes(check())).contains("EVID-3005", "EVID-3006", "EVID-3008");
    }

    @Test
    void a_changed_tile_is_named_even_where_it_is_a_node() {
        TileReader changed = (level, index) -> {
            byte[] tile = log.tiles().tile(level, index);
            if (level == 1 && tile != null) {
                byte[] copy = tile.clone();
                copy[0] ^= 1;
                return copy;
            }
            return tile;
        };
        LogReport report = check(changed, log.checkpoints(), log.trust());
        assertThat(codes(report)).containsExactly("EVID-3009");
    }

    @Test
    void missing_tiles_are_named_once_each() {
        LogReport report = check(TileReader.EMPTY, log.checkpoints(), log.trust());
        assertThat(codes(report)).contains("EVID-5001", "EVID-3009");
        assertThat(report.problemCount()).isLessThan(10);
        assertThat(report.checkpoints()).isEqualTo(12);
    }

    @Test
    void a_checkpoint_with_another_root_or_without_a_trusted_key_is_named() {
        SmallLog other = new SmallLog(HashAlgorithm.SM3, SignatureType.SM2);
        other.add("probe/site1", "probe.minute", JsonObject.EMPTY);
        SignedCheckpoint foreign = other.seal();
        assertThat(codes(check(log.tiles(), List.of(foreign), log.trust())))
                .containsExactly("EVID-3013", "EVID-3012", "EVID-3010");
        assertThat(codes(check(log.tiles(), List.of(foreign), other.trust())))
                .containsExactly("EVID-3012", "EVID-3010");
        assertThat(codes(check(log.tiles(), log.checkpoints(), new Trust(List.of(), 0))))
                .containsOnly("EVID-3013");
    }

    @Test
    void a_seal_that_was_wrong_when_it_was_sealed_is_named() {
        log.add("log", "log.sealed", new Seal(rows.size(), 6, Hash.of(new byte[32])).body());
        SmallLog wrong = log;
        wrong.seal();
        rows.clear();
        wrong.facts().forEach(fact -> rows.add(new Row(rows.size(), fact.ref(), fact.leaf())));
        assertThat(codes(check())).containsExactly("EVID-3008");
    }

    @Test
    void a_row_that_is_no_fact_is_named() {
        List<Problem> problems = new ArrayList<>();
        LogCheck check = new LogCheck(HashAlgorithm.SM3, TileReader.EMPTY, List.of(), log.trust());
        check.row(0, new FactRef("a", 0), "{\"seq\": 0}".getBytes(StandardCharsets.UTF_8));
        problems.addAll(check.finish().problems());
        assertThat(problems).extracting(Problem::code).contains("EVID-3004");
    }

    @ParameterizedTest
    @EnumSource
    void a_head_is_proved_under_its_seal_and_no_other(HashAlgorithm algorithm) {
        List<StreamHead> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(new StreamHead("form/frm_" + i, i + 1));
        }
        StreamHeads heads = new StreamHeads(algorithm, all.reversed());
        Seal seal = heads.seal(7);
        for (StreamHead head : all) {
            StreamHeads.HeadProof proof = heads.prove(head.stream()).orElseThrow();
            assertThat(proof.head()).isEqualTo(head);
            assertThat(proof.proves(algorithm, seal)).isTrue();
            StreamHead shorter = new StreamHead(head.stream(), head.next() + 1);
            assertThat(new StreamHeads.HeadProof(shorter, proof.inclusion()).proves(algorithm, seal))
                    .isFalse();
            assertThat(proof.proves(algorithm, new Seal(7, 301, seal.heads()))).isFalse();
        }
        assertThat(heads.prove("form/other")).isEmpty();
        assertThat(heads.prove(List.of("form/frm_9", "form/frm_10")))
                .extracting(p -> p.head().stream())
                .containsExactly("form/frm_10", "form/frm_9");
        all.add(all.getFirst());
        assertThatThrownBy(() -> new StreamHeads(algorithm, all)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_seal_survives_as_a_fact_and_nothing_else_is_one() {
        Fact fact = log.facts().getLast();
        Seal seal = Seal.of(fact).orElseThrow();
        assertThat(seal.size()).isEqualTo(log.facts().size() - 1);
        assertThat(seal.fact(fact.seq(), fact.at(), fact.by())).isEqualTo(fact);
        assertThat(Seal.of(log.facts().getFirst())).isEmpty();
        assertThat(Seal.of(new Fact("log", 0, fact.at(), "x", Seal.KIND, JsonObject.EMPTY, null)))
                .isEmpty();
    }

    private void change(int i) {
        Row row = rows.get(i);
        byte[] bytes = row.bytes.clone();
        bytes[bytes.length / 2] ^= 4;
        rows.set(i, new Row(i, row.ref, bytes));
    }

    private LogReport check() {
        return check(log.tiles(), log.checkpoints(), log.trust());
    }

    private LogReport check(TileReader tiles, List<SignedCheckpoint> checkpoints, Trust trust) {
        LogCheck check = new LogCheck(HashAlgorithm.SM3, tiles, checkpoints, trust);
        rows.forEach(row -> check.row(row.index, row.ref, row.bytes));
        return check.finish();
    }

    private static List<String> codes(LogReport report) {
        return report.problems().stream().map(Problem::code).toList();
    }
}
