package org.diban.evidence.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;
import org.diban.evidence.merkle.Digest;
import org.diban.evidence.merkle.HashAlgorithm;

/** The bytes of an entry: never more than the manifest says, and hashed as they are read. */
final class EntryInput extends InputStream {
    private final String name;
    private final InputStream in;
    private final Manifest.Entry listed;
    private final Digest digest;
    private long read;

    EntryInput(String name, InputStream in, Manifest.Entry listed, HashAlgorithm algorithm) {
        this.name = name;
        this.in = in;
        this.listed = listed;
        this.digest = algorithm.digest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw BundleProblem.ENTRY_UNREADABLE.exception(name, String.valueOf(e.getMessage()));
        }
        if (count > 0) {
            read += count;
            if (read > listed.size()) {
                throw BundleProblem.ENTRY_CHANGED.exception(name);
            }
            digest.update(bytes, offset, count);
        }
        return count;
    }

    /** Reads what is left and compares size and digest with the manifest. */
    void verify() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (read != listed.size() || !digest.finish().equals(listed.digest())) {
            throw BundleProblem.ENTRY_CHANGED.exception(name);
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
