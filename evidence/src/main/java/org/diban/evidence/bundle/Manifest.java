package org.diban.evidence.bundle;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;

/**
 * The list of a bundle's entries.
 *
 * @param algorithm the hash of the entries, which is that of the log
 * @param entries by name, without the manifest itself
 */
record Manifest(HashAlgorithm algorithm, SortedMap<String, Entry> entries) {
    Manifest {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /**
     * One entry.
     *
     * @param digest the hash of its bytes
     * @param size the number of its bytes
     */
    record Entry(Hash digest, long size) {}

    /** The bytes of {@code manifest.json}. */
    byte[] bytes() {
        List<JsonObject> list = entries.entrySet().stream()
                .map(e -> JsonObject.builder()
                        .put("digest", e.getValue().digest().hex())
                        .put("name", e.getKey())
                        .put("size", e.getValue().size())
                        .build())
                .toList();
        return JsonObject.builder()
                .put("entries", list)
                .put("format", Layout.FORMAT)
                .put("hash", algorithm.id())
                .build()
                .canonicalBytes();
    }

    /**
     * Reads {@code manifest.json}: only the one canonical form is taken.
     *
     * @throws org.diban.kernel.problem.ProblemException EVID-1007 or EVID-1008
     */
    static Manifest parse(byte[] bytes) {
        try {
            JsonObject json = JsonReader.readObject(bytes);
            if (!json.string("format").equals(Layout.FORMAT)) {
                throw BundleProblem.FORMAT_UNKNOWN.exception(json.string("format"), Layout.FORMAT);
            }
            TreeMap<String, Entry> entries = new TreeMap<>();
            for (JsonObject entry : json.objects("entries")) {
                entries.put(entry.string("name"), new Entry(Hash.ofHex(entry.string("digest")), entry.number("size")));
            }
            Manifest manifest = new Manifest(
                    HashAlgorithm.of(json.string("hash")).orElseThrow(() -> new JsonException("unknown hash")),
                    entries);
            if (!Arrays.equals(manifest.bytes(), bytes)) {
                throw new JsonException("not in canonical form");
            }
            return manifest;
        } catch (JsonException | IllegalArgumentException e) {
            throw BundleProblem.MANIFEST_UNREADABLE.exception(String.valueOf(e.getMessage()));
        }
    }
}
