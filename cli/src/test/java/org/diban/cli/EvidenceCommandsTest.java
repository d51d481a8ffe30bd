package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TreeHasher;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log of two facts, signed for real, behind recorded answers. */
class EvidenceCommandsTest {
    private static final String INCLUSION = "/api/v1/evidence/streams/a%7Eb/facts/1/inclusion";
    private static final HashAlgorithm SM3 = HashAlgorithm.SM3;

    private final SecureRandom random = new SecureRandom();
    private final SigningKey key = SigningKey.generate("log.example", SignatureType.ED25519, random);
    private final List<Fact> facts = List.of(fact(0), fact(1));
    private final TreeHasher hasher = SM3.treeHasher();
    private final Hash first = hasher.leaf(facts.get(0).leaf());
    private final Hash second = hasher.leaf(facts.get(1).leaf());
    private final SignedCheckpoint one = checkpoint(1, first);
    private final SignedCheckpoint two = checkpoint(2, hasher.node(first, second));

    private RecordedServer server;

    private static Fact fact(long seq) {
        return new Fact("a/b", seq, Instant.EPOCH, "per_1", "note.made", JsonObject.EMPTY, null);
    }

    private SignedCheckpoint checkpoint(long size, Hash root) {
        return SignedCheckpoint.sign(new Checkpoint("log.example", size, root, SM3), key, random);
    }

    @BeforeEach
    void start() throws IOException {
        server = new RecordedServer();
        server.on(
                        "/feed/checkpoint",
                        200,
                        "text/plain;charset=UTF-8",
                        two.note().toString())
                .on("/feed/checkpoint/1", 200, "text/plain", one.note().toString())
                .on("/feed/checkpoint/2", 200, "text/plain", two.note().toString())
                .on("/feed/keys", 200, "application/json", keys(key))
                .on(
                        "/feed/consistency?from=1&to=2",
                        200,
                        "application/json",
                        JsonObject.builder().put("path", path(second)).build().canonical())
                .on(INCLUSION, 200, "application/json", inclusion(1, first));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonArray path(Hash hash) {
        return JsonArray.ofStrings(List.of(hash.base64()));
    }

    private static String keys(SigningKey key) {
        return JsonObject.builder()
                .put("origin", "log.example")
                .put("hash", SM3.id())
                .put(
                        "keys",
                        List.of(JsonObject.builder()
                                .put("key", key.verifierKey().toString())
                                .put("role", "log")
                                .put("fingerprint", key.verifierKey().fingerprint())
                                .build()))
                .build()
                .canonical();
    }

    private String inclusion(int fact, Hash beside) {
        return JsonObject.builder()
                .put("leaf", facts.get(fact).json().canonical())
                .put("leafIndex", 1)
                .put("treeSize", 2)
                .put("path", path(beside))
                .put("checkpoint", two.note().toString())
                .put("keys", JsonArray.ofStrings(List.of(key.verifierKey().toString())))
                .build()
                .canonical();
    }

    @Test
    void the_feed_is_read_without_a_token_and_its_signatures_are_verified() {
        Session latest = Session.run("evidence", "checkpoint", "--server", server.address());
        assertThat(latest.err()).isEmpty();
        assertThat(latest.status()).isZero();
        assertThat(latest.out()).contains("log.example  log  the signature holds");
        Session keys = Session.run("evidence", "keys", "--server", server.address());
        assertThat(keys.out()).contains(key.verifierKey().toString());
        assertThat(server.asked())
                .allSatisfy(asked -> assertThat(asked.authorization()).isEmpty());
    }

    @Test
    void a_checkpoint_that_another_key_signed_ends_with_1() {
        server.on(
                "/feed/keys",
                200,
                "application/json",
                keys(SigningKey.generate("log.example", SignatureType.ED25519, random)));
        Session session = server.run("evidence", "checkpoint", "2");
        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out()).contains("No signature of the log holds");
    }

    @Test
    void a_checkpoint_of_another_size_than_asked_for_is_not_taken() {
        server.on("/feed/checkpoint/2", 200, "text/plain", one.note().toString());
        assertThat(server.run("evidence", "checkpoint", "2").err()).contains("CLI-1205");
    }

    @Test
    void growth_is_proved_here() {
        Session session = server.run("evidence", "consistency", "1", "2");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).contains("Proved: The log of size 1");
        server.on(
                "/feed/consistency?from=1&to=2",
                200,
                "application/json",
                JsonObject.builder().put("path", path(first)).build().canonical());
        Session forged = server.run("evidence", "consistency", "1", "2");
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.out()).contains("Not proved: The log of size 1");
        assertThat(server.run("evidence", "consistency", "2", "1").status()).isEqualTo(2);
    }

    @Test
    void a_fact_is_proved_here_and_another_one_in_its_place_is_not() {
        Session session = server.run("evidence", "inclusion", "a/b", "1");
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).contains("Proved: a/b#1 is leaf 1");
        server.on(INCLUSION, 200, "application/json", inclusion(1, second));
        assertThat(server.run("evidence", "inclusion", "a/b", "1").status()).isEqualTo(1);
        server.on(INCLUSION, 200, "application/json", inclusion(0, first));
        assertThat(server.run("evidence", "inclusion", "a/b", "1").out()).contains("Not proved");
    }
}
