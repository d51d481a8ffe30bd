package org.diban.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.diban.app.database.AppTest;
import org.diban.app.evidence.SealedLog.Sealed;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.log.Seal;
import org.diban.evidence.log.StreamHead;
import org.diban.evidence.log.StreamHeads;
import org.diban.evidence.merkle.Hash;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealing on request: the background loop pauses for an hour, so that a test sees what it did itself. */
@AppTest
@TestPropertySource(properties = "diban.evidence.sealing-pause=1h")
class SealedLogTest {
    private final EvidenceLog log;
    private final SealedLog sealed;
    private final TransactionTemplate transactions;

    @Autowired
    SealedLogTest(EvidenceLog log, SealedLog sealed, TransactionTemplate transactions) {
        this.log = log;
        this.sealed = sealed;
        this.transactions = transactions;
    }

    @Test
    void every_sealed_fact_is_proved_under_a_signed_checkpoint() {
        for (int round = 0; round < 4; round++) {
            append("test/proved", 3 + round);
            append("test/other", 1);
            Sealed checkpoint = sealed.seal().orElseThrow();
            assertThat(new Trust(sealed.keys(), 0)
                            .judge(checkpoint.checkpoint())
                            .trusted())
                    .isTrue();
        }
        Sealed checkpoint = sealed.latest().orElseThrow();
        Hash root = checkpoint.checkpoint().checkpoint().root();
        for (String stream : List.of("test/proved", "test/other", "log")) {
            for (Fact fact : log.readAll(stream)) {
                long index = sealed.leafIndex(fact.ref()).orElseThrow();
                assertThat(sealed.leaf(index)).contains(fact.ref());
                Hash leaf = sealed.algorithm().treeHasher().leaf(fact.leaf());
                assertThat(sealed.inclusion(index, checkpoint.size()).proves(sealed.algorithm(), leaf, root))
                        .isTrue();
            }
        }
        List<Sealed> all = sealed.checkpoints(Long.MAX_VALUE, 100);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparingLong(Sealed::size).reversed());
        for (Sealed older : all) {
            assertThat(sealed.consistency(older.size(), checkpoint.size())
                            .proves(
                                    sealed.algorithm(),
                                    older.checkpoint().checkpoint().root(),
                                    root))
                    .isTrue();
        }
    }

    @Test
    void the_last_leaf_of_a_checkpoint_counts_every_stream() {
        append("test/counted", 5);
        Sealed checkpoint = sealed.seal().orElseThrow();
        FactRef last = sealed.leaf(checkpoint.size() - 1).orElseThrow();
        Seal seal = Seal.of(log.find(last).orElseThrow()).orElseThrow();
        assertThat(seal.size()).isEqualTo(checkpoint.size() - 1);
        StreamHeads heads = new StreamHeads(
                sealed.algorithm(),
                sealed.streams(checkpoint.size()).stream()
                        .map(s -> new StreamHead(s.stream(), s.length()))
                        .toList());
        assertThat(heads.root()).isEqualTo(seal.heads());
        assertThat(heads.prove("test/counted").orElseThrow().head().next()).isEqualTo(log.length("test/counted"));
        assertThat(heads.prove("test/counted").orElseThrow().proves(sealed.algorithm(), seal))
                .isTrue();
    }

    @Test
    void sealing_while_others_write_seals_each_fact_once() throws Exception {
        Random random = new Random(20_241_122);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 300; i++) {
                String stream = "test/busy" + random.nextInt(5);
                if (i % 20 == 0) {
                    threads.execute(sealed::seal);
                }
                threads.execute(() -> append(stream, 1));
            }
        }
        sealed.seal();
        Set<Long> places = new HashSet<>();
        int facts = 0;
        for (int i = 0; i < 5; i++) {
            for (Fact fact : log.readAll("test/busy" + i)) {
                places.add(sealed.leafIndex(fact.ref()).orElseThrow());
                facts++;
            }
        }
        assertThat(facts).isEqualTo(300);
        assertThat(places).hasSize(300);
    }

    @Test
    void without_new_facts_there_is_no_new_checkpoint() {
        append("test/quiet", 1);
        Sealed first = sealed.seal().orElseThrow();
        assertThat(sealed.seal().orElseThrow()).isEqualTo(first);
    }

    @Test
    void a_witness_signs_what_it_has_checked() {
        append("test/witnessed", 1);
        Sealed checkpoint = sealed.seal().orElseThrow();
        SigningKey witness =
                SigningKey.generate("finance.example/witness", SignatureType.SM2_COSIGNATURE, new SecureRandom());
        String text = checkpoint.checkpoint().checkpoint().text();
        String line = witness.cosign(text, Instant.parse("2025-01-06T02:00:00Z"), new SecureRandom())
                .line();
        assertThatThrownBy(() -> sealed.cosign(checkpoint.size(), line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EVLG-1007");
        sealed.addWitness(witness.verifierKey());
        sealed.cosign(checkpoint.size(), line);
        sealed.cosign(checkpoint.size(), line);
        Sealed witnessed = sealed.at(checkpoint.size()).orElseThrow();
        assertThat(new Trust(sealed.keys(), 1).judge(witnessed.checkpoint()).trusted())
                .isTrue();
        assertThatThrownBy(() -> sealed.cosign(checkpoint.size() + 1, line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EVLG-1006");
    }

    @Test
    void a_signed_text_verifies_with_the_logs_key() {
        String note = sealed.sign("form frm_1 version 3\n");
        assertThat(org.diban.evidence.checkpoint.SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private void append(String stream, int count) {
        transactions.executeWithoutResult(s -> IntStream.range(0, count)
                .forEach(i -> log.append(
                        stream,
                        "thing.noted",
                        "usr_1",
                        JsonObject.builder().put("i", i).build())));
    }
}
