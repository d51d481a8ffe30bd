package org.diban.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.Trust;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TiledTree;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final String SITE = "probe/site1";

    private final SmallBundle small = new SmallBundle(HashAlgorithm.SM3, SignatureType.SM2);
    private final BundleVerifier verifier = new BundleVerifier(small.log.trust(), BundleLimits.USUAL);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name_a_file() {
        file = folder.resolve("bundle.zip");
    }

    @Test
    void a_bundle_as_it_was_written_is_proved_and_its_rows_reach_the_claims() throws IOException {
        Files.write(file, small.write());
        List<Long> indices = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        List<BundleDocuments> documents = new ArrayList<>();
        BundleReport report = verifier.verify(file, given -> {
            documents.add(given);
            return new ClaimsVerifier.Session() {
                @Override
                public void row(long index, Fact fact) {
                    indices.add(index);
                    facts.add(fact);
                }

                @Override
                public List<Check> finish() {
                    return List.of(Check.passed("sum", new Text("合计", "The sum")));
                }
            };
        });
        assertThat(SmallBundle.failures(report)).isEmpty();
        assertThat(report.proved()).isTrue();
        assertThat(report.ownKeys()).isFalse();
        assertThat(report.rows()).isEqualTo(11);
        assertThat(report.checks())
                .extracting(Check::id)
                .containsExactly("bundle", "signature", "rows", "seal", "stream:probe/site1", "files");
        assertThat(facts)
                .isEqualTo(indices.stream()
                        .map(i -> small.log.facts().get(i.intValue()))
                        .toList());
        assertThat(documents.getFirst().claims()).containsOnlyKeys("sum");
        assertThat(documents.getFirst().definitions()).containsOnlyKeys("UP");
        assertThat(documents.getFirst().completeStreams()).containsExactly(SITE);
        assertThat(documents.getFirst().files())
                .containsExactly("sha256:" + HashAlgorithm.SHA_256.hash(SmallBundle.FILE));
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws IOException {
        assertThat(small.write()).isEqualTo(small.write());
    }

    @Test
    void without_a_key_the_bundles_own_one_is_used_and_the_report_says_so() throws IOException {
        Files.write(file, small.write());
        BundleReport report = new BundleVerifier(null, BundleLimits.USUAL).verify(file, ClaimsVerifier.NONE);
        assertThat(report.proved()).isTrue();
        assertThat(report.ownKeys()).isTrue();
    }

    @Test
    void another_key_or_a_missing_witness_is_named() throws IOException {
        Files.write(file, small.write());
        SmallBundle other = new SmallBundle(HashAlgorithm.SM3, SignatureType.SM2);
        assertThat(failures(new BundleVerifier(other.log.trust(), BundleLimits.USUAL)))
                .containsExactly("EVID-1014");
        Trust witnessed = new Trust(small.log.trust().keys(), 1);
        assertThat(failures(new BundleVerifier(witnessed, BundleLimits.USUAL))).containsExactly("EVID-1015");
    }

    /** One bit of each byte; the entry with all bits of its bytes flipped in turn is the manifest. */
    @Test
    void no_byte_of_any_entry_can_change() throws IOException {
        Map<String, byte[]> entries = SmallBundle.entries(small.write());
        int tried = 0;
        for (String name : entries.keySet()) {
            byte[] bytes = entries.get(name);
            for (int i = 0; i < bytes.length; i++) {
                for (int bit : name.equals(Layout.MANIFEST) ? new int[] {0, 5} : new int[] {i % 8}) {
                    byte[] changed = bytes.clone();
                    changed[i] ^= (byte) (1 << bit);
                    SmallBundle.zip(file, with(entries, name, changed));
                    BundleReport report = verifier.verify(file, ClaimsVerifier.NONE);
                    assertThat(report.proved())
                            .as("%s, byte %d, bit %d", name, i, bit)
                            .isFalse();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(4000);
    }

    /** A forger who writes a manifest that fits gains nothing: what counts is tied to the checkpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint.txt", "rows.jsonl", "ranges.txt", "proof.bin", "heads.jsonl"})
    void no_byte_of_what_is_proved_can_change_even_under_a_fitting_manifest(String name) throws IOException {
        Map<String, byte[]> entries = SmallBundle.entries(small.write());
        byte[] bytes = entries.getOrDefault(name, new byte[0]);
        assertThat(bytes).isNotEmpty();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            SmallBundle.zip(file, small.withManifest(with(entries, name, changed)));
            BundleReport report = verifier.verify(file, ClaimsVerifier.NONE);
            assertThat(report.proved()).as("%s, byte %d", name, i).isFalse();
        }
    }

    @Test
    void a_row_left_out_with_a_proof_that_fits_is_missed_in_its_stream() throws IOException {
        List<SealedRow> rows = new ArrayList<>(small.rows(SITE));
        rows.remove(3);
        Files.write(file, small.write(rows, List.of(SITE)));
        BundleReport report = verifier.verify(file, ClaimsVerifier.NONE);
        assertThat(SmallBundle.failures(report)).containsExactly("EVID-1021");
        Problem problem = report.checks()
                .getLast()
                .failure()
                .or(() -> report.checks().get(4).failure())
                .orElseThrow();
        assertThat(problem.message().en()).contains("has 10 facts").contains("number 3");
    }

    @Test
    void the_last_row_of_a_stream_left_out_is_missed_too() throws IOException {
        List<SealedRow> rows = new ArrayList<>(small.rows(SITE));
        rows.remove(rows.size() - 2);
        Files.write(file, small.write(rows, List.of(SITE)));
        assertThat(failures(verifier)).containsExactly("EVID-1021");
    }

    @Test
    void a_bundle_must_end_with_the_seal() throws IOException {
        List<SealedRow> rows = small.rows(SITE).subList(0, 5);
        assertThatThrownBy(() -> small.write(rows, List.of(SITE))).isInstanceOf(IllegalArgumentException.class);
        small.log.add(SITE, "probe.minute", org.diban.kernel.json.JsonObject.EMPTY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BundleWriter bundle = new BundleWriter(out, small.log.checkpoints().getLast(), List.of())) {
            assertThatThrownBy(bundle::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_whole_log_needs_no_proof() throws IOException {
        List<SealedRow> all = new ArrayList<>();
        small.log.facts().forEach(fact -> all.add(new SealedRow(all.size(), fact.leaf())));
        List<String> streams = List.of("log", "probe/site0", SITE, "probe/site2", "probe/site3");
        byte[] zip = small.write(all, streams);
        assertThat(SmallBundle.entries(zip)).containsEntry(Layout.PROOF, new byte[0]);
        Files.write(file, zip);
        BundleReport report = verifier.verify(file, ClaimsVerifier.NONE);
        assertThat(SmallBundle.failures(report)).isEmpty();
        assertThat(report.checks()).hasSize(10);
    }

    @Test
    void rows_must_be_facts_in_canonical_form_and_in_order() throws IOException {
        assertThat(failuresWithRows(text -> text.replaceFirst("\\{\"at\"", "{ \"at\"")))
                .contains("EVID-1016");
        assertThat(failuresWithRows(text -> "[]\n" + text)).contains("EVID-1016");
        assertThat(failuresWithRows(text -> text + "{}\n")).contains("EVID-1017");
        assertThat(failuresWithRows(text -> text.substring(0, text.length() - 1)))
                .contains("EVID-1012");
        assertThat(failuresWithRows(text -> text.substring(text.indexOf('\n') + 1)))
                .contains("EVID-1017");
        assertThat(failuresWithRows(text -> {
                    String[] lines = text.split("\n");
                    String first = lines[0];
                    lines[0] = lines[1];
                    lines[1] = first;
                    return String.join("\n", lines) + "\n";
                }))
                .contains("EVID-1018");
    }

    @Test
    void a_claims_verifier_that_cannot_read_the_claims_fails_the_bundle() throws IOException {
        Files.write(file, small.write());
        BundleReport report = verifier.verify(file, documents -> {
            documents.claims().get("sum");
            throw new org.diban.kernel.json.JsonException("not a sum");
        });
        assertThat(SmallBundle.failures(report)).containsExactly("EVID-1022");
    }

    @Test
    void a_failed_claim_leaves_the_bundle_genuine_and_unproved() throws IOException {
        Files.write(file, small.write());
        BundleReport report = verifier.verify(file, documents -> new ClaimsVerifier.Session() {
            @Override
            public void row(long index, Fact fact) {}

            @Override
            public List<Check> finish() {
                Problem problem = new Problem(
                        "X-1", ProblemKind.DATA, new Text("否", "no"), org.diban.kernel.problem.Location.NOWHERE);
                return List.of(Check.failed("sum", new Text("合计", "The sum"), problem));
            }
        });
        assertThat(report.genuine()).isTrue();
        assertThat(report.proved()).isFalse();
    }

    @Test
    void what_is_not_a_harmless_zip_is_refused_with_its_reason() throws IOException {
        Map<String, byte[]> entries = SmallBundle.entries(small.write());
        Files.write(file, "not a zip".getBytes(StandardCharsets.UTF_8));
        assertThat(failures(verifier)).containsExactly("EVID-1001");
        byte[] zip = small.write();
        Files.write(file, Arrays.copyOf(zip, zip.length / 2));
        assertThat(failures(verifier)).containsExactly("EVID-1001");
        for (String name : List.of("../evil.json", "/etc/x", "claims/../x.json", "claims\\x.json", "x", "claims/")) {
            SmallBundle.zip(file, with(entries, name, new byte[] {1}));
            assertThat(failures(verifier)).as(name).containsExactly("EVID-1002");
        }
        SmallBundle.zip(file, with(entries, "claims/more.json", "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(failures(verifier)).containsExactly("EVID-1010");
        Map<String, byte[]> fewer = new LinkedHashMap<>(entries);
        fewer.remove(Layout.KEYS);
        SmallBundle.zip(file, fewer);
        assertThat(failures(verifier)).containsExactly("EVID-1009");
        fewer.remove(Layout.MANIFEST);
        SmallBundle.zip(file, fewer);
        assertThat(failures(verifier)).containsExactly("EVID-1009");
        SmallBundle.zip(
                file,
                with(entries, Layout.MANIFEST, "{\"format\":\"diban-proof/2\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(failures(verifier)).containsExactly("EVID-1008");
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws IOException {
        Map<String, byte[]> entries = SmallBundle.entries(small.write());
        SmallBundle.zip(file, with(entries, "keyz.txt", new byte[] {1}));
        String twice = Files.readString(file, StandardCharsets.ISO_8859_1).replace("keyz.txt", "keys.txt");
        Files.writeString(file, twice, StandardCharsets.ISO_8859_1);
        assertThat(failures(verifier)).containsExactly("EVID-1003");
    }

    @Test
    void limits_hold() throws IOException {
        byte[] zip = small.write();
        Files.write(file, zip);
        assertThat(failures(new BundleVerifier(small.log.trust(), new BundleLimits(5, 1 << 20, 1 << 20, 1 << 10))))
                .containsExactly("EVID-1006");
        assertThat(failures(new BundleVerifier(small.log.trust(), new BundleLimits(50, 1000, 1 << 20, 1 << 10))))
                .containsExactly("EVID-1004");
        assertThat(failures(new BundleVerifier(small.log.trust(), new BundleLimits(50, 1 << 20, 500, 1 << 10))))
                .containsExactly("EVID-1004");
        assertThat(failures(new BundleVerifier(small.log.trust(), new BundleLimits(50, 1 << 20, 1 << 20, 50))))
                .containsExactly("EVID-1012");
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
        try (java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new java.util.zip.ZipEntry(Layout.ROWS));
            out.write(new byte[8 << 20]);
            out.closeEntry();
        }
        assertThat(failures(verifier)).containsExactly("EVID-1005");
    }

    @Test
    void any_damage_to_the_zip_itself_ends_in_a_report() throws IOException {
        byte[] zip = small.write();
        Random random = new Random(20_241_122);
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] changed = zip.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Files.write(file, changed);
            refused += verifier.verify(file, ClaimsVerifier.NONE).proved() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void a_writer_refuses_rows_out_of_order_and_names_it_does_not_know() throws IOException {
        List<SealedRow> rows = small.rows(SITE);
        TiledTree tree = new TiledTree(HashAlgorithm.SM3, small.log.tiles());
        try (BundleWriter bundle = new BundleWriter(
                new ByteArrayOutputStream(), small.log.checkpoints().getLast(), List.of())) {
            assertThatThrownBy(() -> bundle.rows(rows.reversed().iterator(), tree))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bundle.claim("../x", org.diban.kernel.json.JsonObject.EMPTY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void every_problem_speaks_both_languages_and_has_its_own_code() {
        assertThat(Arrays.stream(BundleProblem.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
        for (BundleProblem problem : BundleProblem.values()) {
            assertThat(problem.code()).matches("EVID-1\\d{3}");
            assertThat(problem.message().zh()).isNotBlank();
            assertThat(problem.message().en()).isNotBlank();
        }
    }

    private List<String> failures(BundleVerifier given) throws IOException {
        return SmallBundle.failures(given.verify(file, ClaimsVerifier.NONE));
    }

    private List<String> failuresWithRows(UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = SmallBundle.entries(small.write());
        String rows = new String(entries.getOrDefault(Layout.ROWS, new byte[0]), StandardCharsets.UTF_8);
        SmallBundle.zip(
                file,
                small.withManifest(with(entries, Layout.ROWS, change.apply(rows).getBytes(StandardCharsets.UTF_8))));
        return failures(verifier);
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, bytes);
        return changed;
    }
}
