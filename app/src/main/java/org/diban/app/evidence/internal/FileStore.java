package org.diban.app.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files in PostgreSQL, in parts of one mebibyte, so that a backup of the database is a backup of everything. */
@Repository
class FileStore implements EvidenceFiles {
    private static final int PART_BYTES = 1 << 20;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final long maxBytes;

    FileStore(JdbcClient jdbc, InstantSource clock, @Value("${diban.evidence.max-file-mb:100}") int maxMegabytes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.maxBytes = maxMegabytes * 1_000_000L;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile store(InputStream content, String mediaType) throws IOException {
        // The digest is known only at the end: parts go in under a provisional name, which is then changed or dropped.
        String provisional = "pending:" + Thread.currentThread().threadId() + ":" + System.nanoTime();
        MessageDigest sha256 = sha256();
        insertFile(provisional, 0, mediaType);
        long size = 0;
        int part = 0;
        byte[] bytes;
        while ((bytes = content.readNBytes(PART_BYTES)).length > 0) {
            size += bytes.length;
            if (size > maxBytes) {
                throw EvidenceProblem.FILE_TOO_LARGE.exception(maxBytes / 1_000_000);
            }
            sha256.update(bytes);
            jdbc.sql("INSERT INTO evidence.file_part (digest, part, bytes) VALUES (?, ?, ?)")
                    .param(provisional)
                    .param(part++)
                    .param(bytes)
                    .update();
        }
        String digest = "sha256:" + HexFormat.of().formatHex(sha256.digest());
        boolean isNew = insertFile(digest, size, mediaType);
        if (isNew) {
            jdbc.sql("UPDATE evidence.file_part SET digest = ? WHERE digest = ?")
                    .param(digest)
                    .param(provisional)
                    .update();
        }
        jdbc.sql("DELETE FROM evidence.file WHERE digest = ?")
                .param(provisional)
                .update();
        return find(digest).orElseThrow();
    }

    private boolean insertFile(String digest, long size, String mediaType) {
        return jdbc.sql(
                                "INSERT INTO evidence.file (digest, size, media_type, stored) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(digest)
                        .param(size)
                        .param(mediaType)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    @Override
    public Optional<StoredFile> find(String digest) {
        return jdbc.sql("SELECT digest, size, media_type FROM evidence.file WHERE digest = ?")
                .param(digest)
                .query((row, n) -> new StoredFile(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    @Override
    public void copy(String digest, OutputStream out) throws IOException {
        if (find(digest).isEmpty()) {
            throw EvidenceProblem.NO_SUCH_FILE.exception(digest);
        }
        MessageDigest sha256 = sha256();
        for (int part : parts(digest)) {
            byte[] bytes = jdbc.sql("SELECT bytes FROM evidence.file_part WHERE digest = ? AND part = ?")
                    .param(digest)
                    .param(part)
                    .query((row, n) -> row.getBytes(1))
                    .single();
            sha256.update(bytes);
            out.write(bytes);
        }
        if (!digest.equals("sha256:" + HexFormat.of().formatHex(sha256.digest()))) {
            throw EvidenceProblem.FILE_DAMAGED.exception(digest);
        }
    }

    private List<Integer> parts(String digest) {
        return new ArrayList<>(jdbc.sql("SELECT part FROM evidence.file_part WHERE digest = ? ORDER BY part")
                .param(digest)
                .query(Integer.class)
                .list());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
