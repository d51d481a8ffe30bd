package org.diban.evidence.bundle;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diban.evidence.checkpoint.SignedCheckpoint;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.evidence.log.StreamHeads.HeadProof;
import org.diban.evidence.merkle.Digest;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.LeafRange;
import org.diban.evidence.merkle.TiledTree;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonObject;

/**
 * A bundle being written. The same calls in the same order give the same bytes (with the same deflate library).
 *
 * <p>Memory grows with the number of gaps between rows, not with the rows. For one thread.
 *
 * <pre>{@code
 * try (BundleWriter bundle = new BundleWriter(out, checkpoint, keys)) {
 *     bundle.definition("AVAIL", definition);
 *     bundle.claim("form", form);
 *     bundle.heads(proofs);
 *     bundle.rows(rows, tree);
 *     bundle.finish();
 * }
 * }</pre>
 */
public final class BundleWriter implements Closeable {
    /** The earliest time a zip can hold, so that no clock enters the bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final SignedCheckpoint checkpoint;
    private final HashAlgorithm algorithm;
    private final TreeMap<String, Manifest.Entry> entries = new TreeMap<>();

    /**
     * Begins a bundle with its checkpoint and the public keys of log and witnesses.
     *
     * @param out where it goes; closed with the writer
     */
    public BundleWriter(OutputStream out, SignedCheckpoint checkpoint, List<VerifierKey> keys) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        this.checkpoint = checkpoint;
        this.algorithm = checkpoint.checkpoint().algorithm();
        write(Layout.CHECKPOINT, checkpoint.note().toString().getBytes(StandardCharsets.UTF_8));
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key).append('\n'));
        write(Layout.KEYS, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a definition.
     *
     * @param name letters, digits and {@code ._-}, without an ending
     */
    public void definition(String name, JsonObject definition) throws IOException {
        write(Layout.DEFINITIONS + name + ".json", definition.canonicalBytes());
    }

    /**
     * Adds what is claimed.
     *
     * @param name letters, digits and {@code ._-}, without an ending
     */
    public void claim(String name, JsonObject claim) throws IOException {
        write(Layout.CLAIMS + name + ".json", claim.canonicalBytes());
    }

    /**
     * Adds a file under its digest.
     *
     * @param hash the algorithm of the digest; any, not only the log's
     * @param digest must be that of the content: a reader refuses the bundle if it is not
     */
    public void file(HashAlgorithm hash, Hash digest, InputStream content) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        try (OutputStream entry = open(Layout.file(hash, digest))) {
            content.transferTo(entry);
        }
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    }

    /** Claims that streams are complete: adds the proofs of how far they go, sorted by stream. */
    public void heads(List<HeadProof> proofs) throws IOException {
        try (OutputStream entry = open(Layout.HEADS)) {
            for (HeadProof proof : proofs) {
                entry.write(JsonObject.builder()
                        .put("index", proof.inclusion().index())
                        .put("next", proof.head().next())
                        .put(
                                "path",
                                JsonArray.ofStrings(proof.inclusion().path().stream()
                                        .map(Hash::base64)
                                        .toList()))
                        .put("stream", proof.head().stream())
                        .put("streams", proof.inclusion().size())
                        .build()
                        .canonicalBytes());
                entry.write('\n');
            }
        }
    }

    /**
     * Adds the rows and the proof that they stand in the log.
     *
     * @param rows in ascending order of their places; the last one must be the seal right before the checkpoint
     * @param tree the log's tree
     */
    public void rows(Iterator<SealedRow> rows, TiledTree tree) throws IOException {
        List<LeafRange> ranges = new ArrayList<>();
        long from = 0;
        long to = 0;
        try (OutputStream entry = open(Layout.ROWS)) {
            while (rows.hasNext()) {
                SealedRow row = rows.next();
                if (row.index() < to) {
                    throw new IllegalArgumentException("row " + row.index() + " after row " + (to - 1));
                }
                if (row.index() > to) {
                    addRange(ranges, from, to);
                    from = row.index();
                }
                to = row.index() + 1;
                entry.write(row.leaf(), 0, row.leaf().length);
                entry.write('\n');
            }
            addRange(ranges, from, to);
        }
        long size = checkpoint.checkpoint().size();
        if (to != size) {
            throw new IllegalArgumentException("the last row must be the seal, row " + (size - 1));
        }
        try (OutputStream entry = open(Layout.RANGES)) {
            for (LeafRange range : ranges) {
                entry.write((range.from() + " " + range.to() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (OutputStream entry = open(Layout.PROOF)) {
            tree.subset(size, ranges.iterator(), hash -> write(hash, entry));
        }
    }

    private static void addRange(List<LeafRange> ranges, long from, long to) {
        if (from < to) {
            ranges.add(new LeafRange(from, to));
        }
    }

    /** Ends the bundle with its manifest. Nothing can be added afterwards. */
    public void finish() throws IOException {
        for (String name : List.of(Layout.ROWS, Layout.RANGES, Layout.PROOF, Layout.HEADS)) {
            if (!entries.containsKey(name)) {
                throw new IllegalStateException(name + " has not been written");
            }
        }
        byte[] manifest = new Manifest(algorithm, entries).bytes();
        zip.putNextEntry(entry(Layout.MANIFEST));
        zip.write(manifest);
        zip.closeEntry();
        zip.finish();
    }

    /** Closes the stream. A bundle that was not finished is no bundle. */
    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void write(String name, byte[] content) throws IOException {
        try (OutputStream entry = open(name)) {
            entry.write(content, 0, content.length);
        }
    }

    private static void write(Hash hash, OutputStream entry) {
        try {
            entry.write(hash.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream open(String name) throws IOException {
        if (!Layout.isName(name) || name.equals(Layout.MANIFEST) || entries.containsKey(name)) {
            throw new IllegalArgumentException("not the name of a new entry: " + name);
        }
        zip.putNextEntry(entry(name));
        return new BufferedOutputStream(new EntryOutput(name), 1 << 15);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** An entry being written. Closing it lists it for the manifest. */
    private final class EntryOutput extends OutputStream {
        private final String name;
        private final Digest digest = algorithm.digest();
        private final byte[] one = new byte[1];
        private long size;

        private EntryOutput(String name) {
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            one[0] = (byte) value;
            write(one, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            zip.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
            entries.put(name, new Manifest.Entry(digest.finish(), size));
        }
    }
}
