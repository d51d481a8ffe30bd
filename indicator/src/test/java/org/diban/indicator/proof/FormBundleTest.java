package org.diban.indicator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.diban.evidence.Fact;
import org.diban.evidence.bundle.BundleLimits;
import org.diban.evidence.bundle.BundleReport;
import org.diban.evidence.bundle.BundleVerifier;
import org.diban.evidence.bundle.Check;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.indicator.ledger.FormSignature;
import org.diban.indicator.measure.ContentDigest;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormBundleTest {
    private final SampleForm sample = SampleForm.finalised();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("form.zip");
    }

    @Test
    void every_figure_of_a_finalised_form_is_proved() throws IOException {
        BundleReport report = verify(sample, write(sample));
        assertThat(failures(report)).isEmpty();
        assertThat(report.proved()).isTrue();
        assertThat(report.claims().getFirst().text().zh()).contains("定稿第 1 版");
        assertThat(report.claims())
                .extracting(Check::id)
                .contains(
                        "form",
                        "figure:i01.actual",
                        "figure:i01.score",
                        "figure:i02.actual",
                        "figure:i03.actual",
                        "figure:fund.total.rate",
                        "figure:fund.fiscal.executed",
                        "figure:total.score",
                        "figure:total.grade");
        assertThat(text(report, "figure:i01.actual"))
                .isEqualTo("网络可用率 – actual value 99.84(%) (measured from 12 rows)");
        assertThat(text(report, "figure:i02.actual")).contains("taken over from a document");
        assertThat(text(report, "figure:i03.actual")).contains("entered with files");
        assertThat(report.checks())
                .extracting(Check::id)
                .contains("stream:probe/site-a", "stream:" + SampleForm.STREAM, "files");
    }

    @Test
    void a_draft_is_proved_and_marked_as_one() throws IOException {
        SampleForm draft = SampleForm.of(rows -> rows, true);
        BundleReport report = verify(draft, write(draft));
        assertThat(report.proved()).isTrue();
        assertThat(report.claims().getFirst().text().en()).contains("draft");
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void the_signature_of_a_finalisation_is_verified(SignatureType type) throws IOException {
        SampleForm form = SampleForm.finalised(type);
        BundleReport report = verify(form, write(form));
        assertThat(failures(report)).isEmpty();
        assertThat(text(report, "finalisation"))
                .startsWith("Final version 1 is signed for usr_head with the log's key sample.example/log+");
        Files.write(file, write(form));
        assertThat(new BundleVerifier(null, BundleLimits.USUAL)
                        .verify(file, new FormClaims())
                        .proved())
                .as("with the keys in the bundle")
                .isTrue();
    }

    @Test
    void a_draft_has_no_signature() throws IOException {
        SampleForm draft = SampleForm.of(rows -> rows, true);
        assertThat(verify(draft, write(draft)).claims()).extracting(Check::id).doesNotContain("finalisation");
    }

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void a_finalisation_that_the_log_did_not_sign_is_not_proved_and_signer_and_key_are_named(SignatureType type)
            throws IOException {
        SecureRandom random = new SecureRandom();
        SigningKey sameName = SigningKey.generate("sample.example/log", type, random);
        SigningKey otherName = SigningKey.generate("other.example/log", type, random);
        List<SampleForm.Signing> wrong = List.of(
                (key, text) -> flipped(FormSignature.of(key.sign(text, random), "usr_head")),
                (key, text) ->
                        FormSignature.of(key.sign(text.replace("\"version\":1", "\"version\":2"), random), "usr_head"),
                (key, text) -> FormSignature.of(sameName.sign(text, random), "usr_head"),
                (key, text) -> FormSignature.of(otherName.sign(text, random), "usr_head"),
                (key, text) -> new FormSignature(
                        FormSignature.SIGNED_NOTE,
                        "sample.example/log+00000000",
                        "usr_head",
                        key.sign(text, random).base64()),
                (key, text) -> new FormSignature("ed25519", "key-1", "usr_head", "AAAA"));
        for (SampleForm.Signing signing : wrong) {
            SampleForm form = SampleForm.signed(type, signing);
            BundleReport report = verify(form, write(form));
            assertThat(failures(report))
                    .as("%d", wrong.indexOf(signing))
                    .containsOnly(Map.entry("finalisation", "PROOF-2015"));
            assertThat(report.proved()).isFalse();
            assertThat(problem(report, "finalisation").message().en())
                    .contains("usr_head")
                    .contains(
                            form.state().finals().getLast().signed().signature().keyId());
        }
    }

    @Test
    void the_signature_of_a_trusted_key_of_another_log_is_not_this_logs() throws IOException {
        SecureRandom random = new SecureRandom();
        SigningKey other = SigningKey.generate("other.example/log", SignatureType.ED25519, random);
        SampleForm form = SampleForm.signed(
                SignatureType.ED25519, (key, text) -> FormSignature.of(other.sign(text, random), "usr_head"));
        Files.write(file, write(form));
        Trust both = new Trust(List.of(form.keys().getFirst(), other.verifierKey()), 0);
        assertThat(failures(new BundleVerifier(both, BundleLimits.USUAL).verify(file, new FormClaims())))
                .containsOnly(Map.entry("finalisation", "PROOF-2015"));
    }

    private static FormSignature flipped(FormSignature right) {
        byte[] bytes = right.bytes();
        bytes[bytes.length - 1] ^= 1;
        return new FormSignature(
                right.algorithm(),
                right.keyId(),
                right.signer(),
                Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void the_same_form_gives_the_same_bytes() throws IOException {
        assertThat(write(sample)).isEqualTo(write(sample));
    }

    @Test
    void a_figure_that_was_measured_without_a_bad_row_is_not_proved_nor_is_what_rests_on_it() throws IOException {
        SampleForm cheat = SampleForm.of(
                rows -> rows.stream()
                        .filter(f -> !f.ref().toString().equals("probe/site-a#3"))
                        .toList(),
                false);
        BundleReport report = verify(cheat, write(cheat));
        assertThat(report.genuine()).isTrue();
        assertThat(failures(report))
                .containsEntry("figure:i01.actual", "PROOF-2008")
                .containsEntry("figure:i01.score", "PROOF-2011")
                .containsEntry("figure:total.score", "PROOF-2011")
                .containsEntry("figure:total.grade", "PROOF-2011")
                .hasSize(4);
    }

    @Test
    void a_figure_that_is_not_what_its_rows_give_is_not_proved() throws IOException {
        SampleForm cheat = SampleForm.of(
                rows -> rows.stream()
                        .map(f -> f.ref().toString().equals("probe/site-a#3") ? better(f) : f)
                        .toList(),
                false);
        assertThat(failures(verify(cheat, write(cheat)))).containsEntry("figure:i01.actual", "PROOF-2010");
    }

    @Test
    void a_printed_figure_that_the_log_does_not_give_is_named_with_what_it_should_be() throws IOException {
        BundleReport report = verifyWithClaims(text -> text.replace("99.84(%)", "99.85(%)"));
        assertThat(failures(report)).containsEntry("figure:i01.actual", "PROOF-2003");
        assertThat(problem(report, "figure:i01.actual").message().en())
                .contains("99.85")
                .contains("99.84");
        assertThat(failures(verifyWithClaims(text -> text.replace("\"printed\":\"100.00\"", "\"printed\":\"99.00\""))))
                .isNotEmpty();
    }

    @Test
    void claims_that_differ_from_the_log_in_any_other_way_are_not_proved() throws IOException {
        assertThat(failures(
                        verifyWithClaims(text -> text.replace("\"basis\":\"transcribed\"", "\"basis\":\"entered\""))))
                .containsEntry("figure:i02.actual", "PROOF-2004");
        assertThat(failures(verifyWithClaims(text -> text.replace("\"id\":\"i02.weight\"", "\"id\":\"i09.weight\""))))
                .containsEntry("figure:i02.weight", "PROOF-2005")
                .containsEntry("figure:i09.weight", "PROOF-2006");
        assertThat(failures(verifyWithClaims(text -> text.replace("\"status\":\"final\"", "\"status\":\"draft\""))))
                .containsEntry("form", "PROOF-2002");
        assertThat(failures(verifyWithClaims(text -> text.replace("\"length\":5", "\"length\":4"))))
                .containsEntry("form", "PROOF-2002");
        assertThat(failures(verifyWithClaims(text -> text.replace("示例网络服务项目", "另一项目"))))
                .containsEntry("form", "PROOF-2002");
        assertThat(failures(verifyWithClaims(text -> text.replace("\"version\":1}", "\"version\":1,\"z\":1}"))))
                .containsEntry("form", "PROOF-2002");
        assertThat(failures(verifyWithClaims(text -> text.replace("diban-form-claims/1", "diban-form-claims/2"))))
                .containsEntry("claims", "EVID-1022");
    }

    @Test
    void another_definition_or_rule_set_is_not_taken() throws IOException {
        assertThat(failures(verifyWith("definitions/measure-AVAIL.1.json", t -> t.replace("\"100\"", "\"101\""))))
                .containsEntry("figure:i01.actual", "PROOF-2009");
        assertThat(failures(verifyWith("definitions/rules-standard.1.json", t -> t.replace("90", "80"))))
                .containsEntry("form", "PROOF-2009");
    }

    /** Every byte of every entry, whatever its manifest says of it. */
    @Test
    void no_byte_of_any_entry_can_change() throws IOException {
        Map<String, byte[]> entries = entries(write(sample));
        BundleVerifier verifier = verifier(sample);
        int tried = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] bytes = entry.getValue();
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << (i % 7));
                zip(with(entries, entry.getKey(), changed));
                assertThat(verifier.verify(file, new FormClaims()).proved())
                        .as("%s, byte %d", entry.getKey(), i)
                        .isFalse();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    /** A forger who also writes a manifest that fits: the bytes of claims and definitions still count. Every seventh is tried. */
    @Test
    void bytes_of_claims_and_definitions_cannot_change_even_under_a_fitting_manifest() throws IOException {
        Map<String, byte[]> entries = entries(write(sample));
        BundleVerifier verifier = verifier(sample);
        for (String name :
                List.of("claims/form.json", "definitions/measure-AVAIL.1.json", "definitions/rules-standard.1.json")) {
            byte[] bytes = entries.getOrDefault(name, new byte[0]);
            assertThat(bytes).isNotEmpty();
            for (int i = 0; i < bytes.length; i += 7) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                zip(withManifest(with(entries, name, changed)));
                assertThat(verifier.verify(file, new FormClaims()).proved())
                        .as("%s, byte %d", name, i)
                        .isFalse();
            }
        }
    }

    @Test
    void a_form_with_facts_that_are_not_sealed_is_refused() {
        SampleForm other = SampleForm.of(rows -> rows, true);
        assertThatThrownBy(() -> FormBundle.write(
                        other, sample.state(), SampleForm.MEASURES, new TreeMap<>(), new ByteArrayOutputStream()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("PROOF-1001");
    }

    private static Fact better(Fact fact) {
        JsonObject body = JsonReader.readObject(fact.body().canonical().replace("\"59\"", "\"60\""));
        return new Fact(fact.stream(), fact.seq(), fact.at(), fact.by(), fact.kind(), body, fact.corrects());
    }

    private BundleReport verifyWithClaims(UnaryOperator<String> change) throws IOException {
        return verifyWith("claims/form.json", change);
    }

    private BundleReport verifyWith(String name, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = entries(write(sample));
        String text = new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        zip(withManifest(with(entries, name, changed.getBytes(StandardCharsets.UTF_8))));
        return verifier(sample).verify(file, new FormClaims());
    }

    private static byte[] write(SampleForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TreeMap<String, InputStream> files = new TreeMap<>();
        files.put(ContentDigest.sha256(SampleForm.FILE).text(), new ByteArrayInputStream(SampleForm.FILE));
        FormBundle.write(form, form.state(), SampleForm.MEASURES, files, out);
        return out.toByteArray();
    }

    private BundleReport verify(SampleForm form, byte[] zip) throws IOException {
        Files.write(file, zip);
        return verifier(form).verify(file, new FormClaims());
    }

    private static BundleVerifier verifier(SampleForm form) {
        return new BundleVerifier(new Trust(form.keys(), 0), BundleLimits.USUAL);
    }

    private static Map<String, String> failures(BundleReport report) {
        Map<String, String> codes = new LinkedHashMap<>();
        List<Check> all = new ArrayList<>(report.checks());
        all.addAll(report.claims());
        all.forEach(check -> check.failure().ifPresent(p -> codes.put(check.id(), p.code())));
        return codes;
    }

    private static Problem problem(BundleReport report, String id) {
        return report.claims().stream()
                .filter(c -> c.id().equals(id))
                .flatMap(c -> c.failure().stream())
                .findFirst()
                .orElseThrow();
    }

    private static String text(BundleReport report, String id) {
        return report.claims().stream()
                .filter(c -> c.id().equals(id))
                .map(c -> c.text().en())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private void zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        Files.write(file, out.toByteArray());
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, bytes);
        return changed;
    }

    private static Map<String, byte[]> withManifest(Map<String, byte[]> entries) {
        Map<String, byte[]> all = new TreeMap<>(entries);
        all.remove("manifest.json");
        List<JsonObject> list = all.entrySet().stream()
                .map(e -> JsonObject.builder()
                        .put("digest", HashAlgorithm.SM3.hash(e.getValue()).hex())
                        .put("name", e.getKey())
                        .put("size", e.getValue().length)
                        .build())
                .toList();
        JsonObject manifest = JsonObject.builder()
                .put("entries", list)
                .put("format", "diban-proof/1")
                .put("hash", "sm3")
                .build();
        all.put("manifest.json", manifest.canonicalBytes());
        return all;
    }
}
