package org.diban.indicator.review;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Digests on their way from the forms to their comparison: in memory while they are few, otherwise in files of a scratch folder, so that
 * all digests of a department end in one part. Parts are read one at a time.
 */
final class DigestStore implements AutoCloseable {
    private static final int IN_MEMORY = 5_000;
    private static final int PARTS = 64;

    private final Path scratch;
    private final List<Digest> few = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();
    private final int[] sizes = new int[PARTS];

    DigestStore(Path scratch) {
        this.scratch = scratch;
    }

    void add(Digest digest) throws IOException {
        if (parts.isEmpty() && few.size() < IN_MEMORY) {
            few.add(digest);
            return;
        }
        if (parts.isEmpty()) {
            spill();
        }
        write(digest);
    }

    private void spill() throws IOException {
        for (int i = 0; i < PARTS; i++) {
            Path file = Files.createTempFile(scratch, "digests", ".part");
            files.add(file);
            parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 14)));
        }
        for (Digest digest : few) {
            write(digest);
        }
        few.clear();
    }

    private void write(Digest digest) throws IOException {
        int part = Math.floorMod(digest.name().department().hashCode(), PARTS);
        digest.write(parts.get(part));
        sizes[part]++;
    }

    /** How many parts there are to read. */
    int parts() {
        return parts.isEmpty() ? 1 : PARTS;
    }

    /** The digests of a part, in the order in which they were added. Nothing can be added afterwards. */
    List<Digest> part(int index) throws IOException {
        if (parts.isEmpty()) {
            return few;
        }
        parts.get(index).close();
        List<Digest> digests = new ArrayList<>(sizes[index]);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(files.get(index))))) {
            for (int i = 0; i < sizes[index]; i++) {
                digests.add(Digest.read(in));
            }
        }
        return digests;
    }

    /** Deletes the files. */
    @Override
    public void close() throws IOException {
        for (DataOutputStream part : parts) {
            part.close();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
