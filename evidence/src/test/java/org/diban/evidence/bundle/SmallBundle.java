package org.diban.evidence.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.diban.evidence.Fact;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.log.SmallLog;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TiledTree;
import org.diban.kernel.json.JsonObject;

/** A bundle of a small log, and zips made from its entries. */
final class SmallBundle {
    static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

    final SmallLog log;

    SmallBundle(HashAlgorithm algorithm, SignatureType type) {
        log = new SmallLog(algorithm, type);
        for (int i = 0; i < 40; i++) {
            log.add(
                    "probe/site" + i % 4,
                    "probe.minute",
                    JsonObject.builder().put("up", i).build());
            if (i % 13 == 12) {
                log.seal();
            }
        }
        log.seal();
    }

    /** Rows of one stream and the last seal. */
    List<SealedRow> rows(String stream) {
        List<Fact> facts = log.facts();
        return IntStream.range(0, facts.size())
                .filter(i -> facts.get(i).stream().equals(stream) || i == facts.size() - 1)
                .mapToObj(i -> new SealedRow(i, facts.get(i).leaf()))
                .toList();
    }

    byte[] write(List<SealedRow> rows, List<String> complete) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BundleWriter bundle = new BundleWriter(
                out, log.checkpoints().getLast(), List.of(log.key().verifierKey()))) {
            bundle.definition("UP", JsonObject.builder().put("id", "UP").build());
            bundle.claim(
                    "sum",
                    JsonObject.builder().put("stream", complete.getFirst()).build());
            bundle.heads(log.heads().prove(complete));
            bundle.rows(rows.iterator(), new TiledTree(log.algorithm(), log.tiles()));
            bundle.file(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256.hash(FILE), new ByteArrayInputStream(FILE));
            bundle.finish();
        }
        return out.toByteArray();
    }

    byte[] write() throws IOException {
        return write(rows("probe/site1"), List.of("probe/site1"));
    }

    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static void zip(Path file, Map<String, byte[]> entries) throws IOException {
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

    /** The entries with a manifest that fits them, as a forger would write it. */
    Map<String, byte[]> withManifest(Map<String, byte[]> entries) {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.remove(Layout.MANIFEST);
        TreeMap<String, Manifest.Entry> listed = new TreeMap<>();
        all.forEach((name, bytes) ->
                listed.put(name, new Manifest.Entry(log.algorithm().hash(bytes), bytes.length)));
        all.put(Layout.MANIFEST, new Manifest(log.algorithm(), listed).bytes());
        return all;
    }

    static List<String> failures(BundleReport report) {
        List<String> codes = new ArrayList<>();
        report.checks().forEach(c -> c.failure().ifPresent(p -> codes.add(p.code())));
        report.claims().forEach(c -> c.failure().ifPresent(p -> codes.add(p.code())));
        return codes;
    }
}
