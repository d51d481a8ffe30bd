package org.diban.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diban.app.access.Role;
import org.diban.app.access.internal.TestPeople;
import org.diban.app.access.internal.TestPeople.Actor;
import org.diban.app.database.AppTest;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.FactRef;
import org.diban.evidence.checkpoint.Checkpoint;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.merkle.ConsistencyProof;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.InclusionProof;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages, feed and programming interface of the log over HTTP, as people with different roles and as nobody. */
@AppTest
@Import(TestPeople.class)
@TestPropertySource(properties = {"diban.evidence.sealing-pause=1h", "diban.sample=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidencePagesTest {
    private static final String STREAM = "form/frm_test";
    private static final String FACTS = "/evidence/streams/form~frm_test/facts";
    private static final String API = "/api/v1/evidence";

    private final TestPeople people;
    private final EvidenceLog log;
    private final EvidenceFiles files;
    private final SealedLog sealed;
    private final TransactionTemplate transactions;
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private Actor supervisor;
    private Actor security;
    private Actor auditor;
    private String digest = "";

    @Autowired
    EvidencePagesTest(
            TestPeople people,
            EvidenceLog log,
            EvidenceFiles files,
            SealedLog sealed,
            TransactionTemplate transactions) {
        this.people = people;
        this.log = log;
        this.files = files;
        this.sealed = sealed;
        this.transactions = transactions;
    }

    @BeforeAll
    void fill() {
        supervisor = people.actor("supervisor", people.district(), Role.SUPERVISOR);
        security = people.actor("security", people.district(), Role.SECURITY_ADMIN);
        auditor = people.auditor();
        digest = transactions.execute(status -> {
            try {
                return files.store(
                                new ByteArrayInputStream("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                                "text/html")
                        .digest();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        transactions.executeWithoutResult(status -> {
            FactRef wrong = log.append(STREAM, "figure.entered", supervisor.id(), body("98.10", digest));
            log.correct(wrong, "figure.entered", supervisor.id(), body("<b>99.10</b>", digest));
            log.appendAll(
                    STREAM,
                    "thing.noted",
                    "system",
                    IntStream.range(0, 120).mapToObj(i -> body("n" + i, "-")).iterator());
            log.append("audit/2024", "form.read", "system", body("seen", "-"));
        });
        sealed.seal();
        transactions.executeWithoutResult(status -> log.append(STREAM, "form.finalised", "system", body("done", "-")));
        sealed.seal();
        transactions.executeWithoutResult(status -> log.append(STREAM, "late.fact", "system", body("late", "-")));
    }

    private static JsonObject body(String value, String file) {
        return JsonObject.builder()
                .put("value", value)
                .put("file", JsonObject.builder().put("digest", file).build())
                .build();
    }

    private HttpResponse<String> get(@Nullable Actor who, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", "diban.lang=en" + (who == null ? "" : "; " + who.cookie()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonReader.readObject(answer.body());
    }

    private HttpResponse<String> post(Actor who, String path, String type, String body) throws Exception {
        HttpResponse<String> login = get(null, "/login");
        String cookie = login.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("diban.csrf="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String page = login.body();
        int at = page.indexOf("name=\"csrf\" content=\"") + 21;
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Cookie", "diban.lang=en; " + cookie + "; " + who.cookie())
                        .header("X-CSRF-TOKEN", page.substring(at, page.indexOf('"', at)))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> form(Actor who, String path, Map<String, String> fields) throws Exception {
        return post(
                who,
                path,
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    @Test
    void the_state_of_the_log_is_shown() throws Exception {
        HttpResponse<String> page = get(supervisor, "/evidence/log");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(sealed.origin(), sealed.keys().getFirst().fingerprint())
                .contains(sealed.latest()
                        .orElseThrow()
                        .checkpoint()
                        .checkpoint()
                        .root()
                        .hex());
    }

    @Test
    void streams_are_listed_to_those_who_may_see_them() throws Exception {
        assertThat(get(supervisor, "/evidence/streams").body()).contains(STREAM).doesNotContain("audit/2024");
        assertThat(get(auditor, "/evidence/streams").body())
                .contains("audit/2024")
                .doesNotContain(STREAM);
        assertThat(get(security, "/evidence/streams").statusCode()).isEqualTo(403);
        assertThat(get(supervisor, "/evidence/streams/audit~2024/facts").statusCode())
                .isEqualTo(403);
        assertThat(get(auditor, "/evidence/streams/audit~2024/facts").statusCode())
                .isEqualTo(200);
        assertThat(get(auditor, FACTS + "/0").statusCode()).isEqualTo(403);
        assertThat(get(auditor, "/evidence/streams/log/facts/0").statusCode()).isEqualTo(200);
        assertThat(get(supervisor, "/evidence/streams/log/facts/0").statusCode())
                .isEqualTo(200);
        assertThat(get(supervisor, "/evidence/streams/form~none/facts").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_facts_of_a_stream_are_paged_and_filtered_by_kind() throws Exception {
        assertThat(get(supervisor, FACTS).body()).contains("#123<", "#74<").doesNotContain("#73<");
        assertThat(get(supervisor, FACTS + "?sort=seq&page=2").body())
                .contains("#50<", "#99<")
                .doesNotContain("#49<");
        assertThat(get(supervisor, FACTS + "?kind=figure.entered").body())
                .contains("#1<", "#0<")
                .doesNotContain("#2<");
        String csv = get(supervisor, FACTS + ".csv?kind=figure.entered").body();
        assertThat(csv.lines()).hasSize(3);
    }

    @Test
    void a_fact_is_shown_with_its_proof_and_nothing_in_it_runs() throws Exception {
        HttpResponse<String> page = get(supervisor, FACTS + "/1");
        assertThat(page.body())
                .contains("&lt;b&gt;99.10")
                .doesNotContain("<b>99.10")
                .contains("Proved: this fact is leaf");
        assertThat(get(supervisor, FACTS + "/0").body()).contains("Corrected by", FACTS + "/1\"");
        assertThat(get(supervisor, FACTS + "/123").body()).contains("waits to be sealed");
        assertThat(get(supervisor, FACTS + "/99999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_downloaded_proof_leads_another_program_to_the_signed_root() throws Exception {
        HttpResponse<String> answer = get(supervisor, FACTS + "/17/proof");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        JsonObject proof = json(answer);
        SignedCheckpoint note = SignedCheckpoint.parse(
                        proof.string("checkpoint").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(new Trust(sealed.keys(), 0).judge(note).signed()).isTrue();
        Checkpoint checkpoint = note.checkpoint();
        HashAlgorithm hash = checkpoint.algorithm();
        InclusionProof inclusion = new InclusionProof(
                proof.number("leafIndex"),
                proof.number("treeSize"),
                proof.strings("path").stream().map(Hash::ofBase64).toList());
        Hash leaf = hash.treeHasher().leaf(proof.string("leaf").getBytes(StandardCharsets.UTF_8));
        assertThat(inclusion.size()).isEqualTo(checkpoint.size());
        assertThat(inclusion.proves(hash, leaf, checkpoint.root())).isTrue();
    }

    @Test
    void files_are_sent_to_be_saved_and_only_for_a_fact_that_names_them() throws Exception {
        HttpResponse<String> file = get(supervisor, FACTS + "/1/files/" + digest);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().map())
                .containsEntry("Content-Type", List.of("application/octet-stream"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(get(supervisor, FACTS + "/5/files/" + digest).statusCode()).isEqualTo(404);
        long before = log.length("audit/" + java.time.Year.now(org.diban.kernel.time.Period.ZONE));
        get(supervisor, FACTS + "/1/files/" + digest);
        assertThat(log.length("audit/" + java.time.Year.now(org.diban.kernel.time.Period.ZONE)))
                .isEqualTo(before + 1);
    }

    @Test
    void the_feed_is_for_everybody_and_says_how_long_it_may_be_kept() throws Exception {
        HttpResponse<String> latest = get(null, "/feed/checkpoint");
        SignedCheckpoint note = SignedCheckpoint.parse(latest.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(latest.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(latest.headers().firstValue("Cache-Control").orElse("")).contains("public", "max-age=10");
        String tag = latest.headers().firstValue("ETag").orElseThrow();
        assertThat(get(null, "/feed/checkpoint", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        JsonObject feed = json(get(null, "/feed/checkpoints"));
        List<Long> sizes = feed.objects("items").stream()
                .map(item -> Long.valueOf(item.string("id")))
                .toList();
        assertThat(sizes)
                .hasSizeGreaterThanOrEqualTo(2)
                .contains(note.checkpoint().size());
        JsonObject keys = json(get(null, "/feed/keys"));
        Trust trust = new Trust(
                keys.objects("keys").stream()
                        .map(key -> VerifierKey.parse(key.string("key")).orElseThrow())
                        .toList(),
                0);
        assertThat(trust.judge(note).signed()).isTrue();

        SignedCheckpoint oldest = SignedCheckpoint.parse(
                        get(null, "/feed/checkpoint/" + sizes.getLast()).body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        HttpResponse<String> growth =
                get(null, "/feed/consistency?from=" + sizes.getLast() + "&to=" + sizes.getFirst());
        assertThat(growth.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        JsonObject proof = json(growth);
        assertThat(new ConsistencyProof(
                                proof.number("from"),
                                proof.number("to"),
                                proof.strings("path").stream()
                                        .map(Hash::ofBase64)
                                        .toList())
                        .proves(
                                oldest.checkpoint().algorithm(),
                                oldest.checkpoint().root(),
                                Hash.ofBase64(proof.string("toRoot"))))
                .isTrue();
        for (String answer : List.of(latest.body(), feed.canonical(), keys.canonical(), growth.body())) {
            assertThat(answer).doesNotContain("form/", "audit/");
        }
    }

    @Test
    void the_feed_tells_programs_what_is_wrong() throws Exception {
        HttpResponse<String> none = get(null, "/feed/checkpoint/99999999");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(none.body()).contains("EVLG-1006");
        assertThat(get(null, "/feed/consistency?from=5&to=1").body()).contains("EVIEW-1006");
        assertThat(get(null, "/feed/consistency?from=x&to=1").statusCode()).isEqualTo(400);
    }

    @Test
    void a_witness_is_registered_and_its_signatures_are_taken_by_page_and_by_program() throws Exception {
        SigningKey witness =
                SigningKey.generate("finance.example/witness", SignatureType.ED25519_COSIGNATURE, new SecureRandom());
        SigningKey stranger = SigningKey.generate("stranger", SignatureType.ED25519_COSIGNATURE, new SecureRandom());
        assertThat(form(
                                supervisor,
                                "/evidence/keys",
                                Map.of("key", witness.verifierKey().toString()))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> bad = form(security, "/evidence/keys", Map.of("key", "no key"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("EVLG-1008");
        assertThat(form(
                                security,
                                "/evidence/keys",
                                Map.of("key", witness.verifierKey().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(form(
                                security,
                                "/evidence/keys",
                                Map.of("key", witness.verifierKey().toString()))
                        .body())
                .contains("EVIEW-1008");

        List<SealedLog.Sealed> all = sealed.checkpoints(Long.MAX_VALUE, 10);
        SealedLog.Sealed newest = all.getFirst();
        SealedLog.Sealed older = all.get(1);
        String path = "/evidence/checkpoints/" + newest.size() + "/cosignatures";
        String line = witness.cosign(newest.checkpoint().note().text(), Instant.now(), new SecureRandom())
                .line();
        String foreign = stranger.cosign(newest.checkpoint().note().text(), Instant.now(), new SecureRandom())
                .line();
        assertThat(form(supervisor, path, Map.of("line", "what?")).body()).contains("EVIEW-1003");
        assertThat(form(supervisor, path, Map.of("line", foreign)).body()).contains("EVLG-1007");
        assertThat(form(
                                supervisor,
                                path,
                                Map.of("line", older.checkpoint().note().toString()))
                        .body())
                .contains("EVIEW-1004");
        assertThat(form(supervisor, path, Map.of("line", line)).statusCode()).isEqualTo(303);
        assertThat(get(supervisor, "/evidence/checkpoints/" + newest.size()).body())
                .contains("1 registered witnesses signed too");

        String note = older.checkpoint()
                .with(witness.cosign(older.checkpoint().note().text(), Instant.now(), new SecureRandom()))
                .note()
                .toString();
        String body = JsonObject.builder()
                .put("size", older.size())
                .put("signatures", note)
                .build()
                .canonical();
        assertThat(json(post(supervisor, API + "/cosignatures", "application/json", body))
                        .number("accepted"))
                .isEqualTo(1);
        assertThat(get(null, "/feed/checkpoint/" + older.size()).body()).contains("finance.example/witness");
        assertThat(post(supervisor, API + "/cosignatures", "application/json", "{")
                        .body())
                .contains("EVIEW-1007");
    }

    @Test
    void consistency_is_shown_on_the_page_of_a_checkpoint() throws Exception {
        List<SealedLog.Sealed> all = sealed.checkpoints(Long.MAX_VALUE, 10);
        String path = "/evidence/checkpoints/" + all.getFirst().size();
        assertThat(get(supervisor, path + "?with=" + all.get(1).size()).body()).contains("was only added to");
        assertThat(get(supervisor, path + "?with=1").body()).contains("EVIEW-1006");
        assertThat(get(supervisor, "/evidence/checkpoints/987654").statusCode()).isEqualTo(404);
    }

    @Test
    void programs_read_streams_facts_and_proofs() throws Exception {
        assertThat(json(get(supervisor, API)).string("origin")).isEqualTo(sealed.origin());
        assertThat(json(get(supervisor, API + "/streams?q=form/")).objects("items"))
                .extracting(s -> s.string("stream"))
                .contains(STREAM);
        JsonObject facts = json(get(supervisor, API + "/streams/form~frm_test/facts?offset=10&limit=5"));
        assertThat(facts.objects("items")).extracting(f -> f.number("seq")).containsExactly(10L, 11L, 12L, 13L, 14L);
        JsonObject fact = json(get(supervisor, API + "/streams/form~frm_test/facts/1"));
        assertThat(fact.objects("files")).extracting(f -> f.string("digest")).containsExactly(digest);
        long latest = sealed.latest().orElseThrow().size();
        assertThat(json(get(supervisor, API + "/streams/form~frm_test/facts/3/inclusion?size=" + latest))
                        .number("treeSize"))
                .isEqualTo(latest);
        HttpResponse<String> waiting = get(supervisor, API + "/streams/form~frm_test/facts/123/inclusion");
        assertThat(waiting.statusCode()).isEqualTo(409);
        assertThat(waiting.body()).contains("EVLG-1004");
        assertThat(get(null, API + "/streams").statusCode()).isEqualTo(401);
    }

    @Test
    void what_is_no_bundle_is_named_and_kept_nowhere() throws Exception {
        HttpResponse<String> none = upload("");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("EVIEW-1009");
        HttpResponse<String> broken = upload("PK this is not a zip");
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(200);
        assertThat(broken.body()).contains("Not proved");
    }

    private HttpResponse<String> upload(String content) throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"a.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n" + content + "\r\n--x--\r\n";
        return post(supervisor, "/evidence/verify", "multipart/form-data; boundary=x", body);
    }

    @Test
    void the_interface_is_described_and_shown() throws Exception {
        assertThat(json(get(null, "/api/openapi.json")).string("openapi")).startsWith("3.1");
        assertThat(get(supervisor, "/api").body()).contains(API + "/cosignatures");
    }
}
