package org.diban.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.json.JsonValue;
import org.diban.testkit.DistrictData;
import org.junit.jupiter.api.Test;

/** The public test data of transparency-dev/merkle: what is right verifies, each mutation is refused. */
class MerkleVectorsTest {
    /** Some indices are unsigned numbers of 64 bits, which our JSON refuses. */
    private static final Pattern HUGE = Pattern.compile(": (\\d{16,})");

    @Test
    void inclusion_proofs_are_judged_as_published() throws IOException {
        int checked = 0;
        for (JsonObject json : vectors("inclusion")) {
            boolean proved =
                    proves(json, new InclusionProof(number(json, "leafIdx"), number(json, "treeSize"), path(json)));
            assertThat(proved).as(json.string("desc")).isEqualTo(!json.bool("wantErr"));
            checked++;
        }
        assertThat(checked).isGreaterThan(90);
    }

    @Test
    void consistency_proofs_are_judged_as_published() throws IOException {
        int checked = 0;
        for (JsonObject json : vectors("consistency")) {
            boolean proved = new ConsistencyProof(number(json, "size1"), number(json, "size2"), path(json))
                    .proves(HashAlgorithm.SHA_256, hash(json.string("root1")), hash(json.string("root2")));
            assertThat(proved).as(json.string("desc")).isEqualTo(!json.bool("wantErr"));
            checked++;
        }
        assertThat(checked).isGreaterThan(90);
    }

    /** A proof within the subtree [start, end) is one within a tree of its own, when such a subtree exists. */
    @Test
    void inclusion_proofs_within_a_subtree_are_judged_as_published() throws IOException {
        int checked = 0;
        for (JsonObject json : vectors("subtreeinclusion")) {
            long start = number(json, "start");
            long size = number(json, "end") - start;
            boolean subtree = size > 0 && start % (Long.highestOneBit(2 * size - 1)) == 0;
            boolean proved =
                    subtree && proves(json, new InclusionProof(number(json, "leafIdx") - start, size, path(json)));
            assertThat(proved).as(json.string("desc")).isEqualTo(!json.bool("wantErr"));
            checked++;
        }
        assertThat(checked).isGreaterThan(90);
    }

    /** An empty text is no hash, so nothing can be proved about it. */
    private static boolean proves(JsonObject json, InclusionProof proof) {
        String leaf = json.string("leafHash");
        String root = json.string("root");
        return !leaf.isEmpty() && !root.isEmpty() && proof.proves(HashAlgorithm.SHA_256, hash(leaf), hash(root));
    }

    private static long number(JsonObject json, String name) {
        return json.get(name) instanceof JsonValue.JsonString(String digits)
                ? Long.parseUnsignedLong(digits)
                : json.number(name);
    }

    private static List<Hash> path(JsonObject json) {
        return json.strings("proof").stream().map(MerkleVectorsTest::hash).toList();
    }

    /** Some vectors have roots of 14 bytes; their hashes stand for them, equal where they are equal. */
    private static Hash hash(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return bytes.length == Hash.BYTES ? Hash.of(bytes) : HashAlgorithm.SM3.hash(bytes);
    }

    private static List<JsonObject> vectors(String folder) throws IOException {
        Path root =
                DistrictData.require("data/merkle-testdata").resolve("testdata").resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(MerkleVectorsTest::read)
                    .toList();
        }
    }

    private static JsonObject read(Path file) {
        try {
            return JsonReader.readObject(HUGE.matcher(Files.readString(file)).replaceAll(": \"$1\""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
