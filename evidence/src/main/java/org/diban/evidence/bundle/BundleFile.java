package org.diban.evidence.bundle;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.diban.evidence.merkle.HashAlgorithm;

/**
 * A bundle opened for reading, after its list of entries was found harmless: only known names, each once, no more and no larger than
 * the limits, nothing that unpacks out of proportion, and exactly what the manifest lists.
 *
 * <p>What is wrong with it is thrown as a {@link org.diban.kernel.problem.ProblemException}, which {@link BundleVerifier} turns into a check.
 */
final class BundleFile implements Closeable {
    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> found;
    private final Manifest manifest;

    private BundleFile(ZipFile zip, SortedMap<String, ZipEntry> found, Manifest manifest) {
        this.zip = zip;
        this.found = found;
        this.manifest = manifest;
    }

    static BundleFile open(Path file, BundleLimits limits) throws IOException {
        ZipFile zip = zip(file);
        try {
            SortedMap<String, ZipEntry> found = entries(zip, limits);
            ZipEntry listed = found.remove(Layout.MANIFEST);
            if (listed == null) {
                throw BundleProblem.ENTRY_MISSING.exception(Layout.MANIFEST);
            }
            byte[] bytes = bytes(zip, listed);
            Manifest manifest = Manifest.parse(bytes);
            for (String name : manifest.entries().keySet()) {
                if (!found.containsKey(name)) {
                    throw BundleProblem.ENTRY_MISSING.exception(name);
                }
            }
            for (String name : found.keySet()) {
                Manifest.Entry entry = manifest.entries().get(name);
                if (entry == null) {
                    throw BundleProblem.ENTRY_UNLISTED.exception(name);
                }
                if (entry.size() != found.get(name).getSize()) {
                    throw BundleProblem.ENTRY_CHANGED.exception(name);
                }
            }
            return new BundleFile(zip, found, manifest);
        } catch (RuntimeException | IOException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            throw BundleProblem.NOT_A_ZIP.exception(String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<String, ZipEntry> entries(ZipFile zip, BundleLimits limits) {
        if (zip.size() > limits.entries()) {
            throw BundleProblem.TOO_MANY.exception(zip.size(), limits.entries());
        }
        SortedMap<String, ZipEntry> found = new TreeMap<>();
        long bytes = 0;
        long documentBytes = 0;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!Layout.isName(name)) {
                throw BundleProblem.NAME_REFUSED.exception(printable(name));
            }
            if (found.put(name, entry) != null) {
                throw BundleProblem.ENTRY_TWICE.exception(name);
            }
            long size = Math.max(0, entry.getSize());
            if (size > BundleLimits.BOMB_BYTES && size / BundleLimits.RATIO > entry.getCompressedSize()) {
                throw BundleProblem.BOMB.exception(name);
            }
            bytes += size;
            documentBytes += Layout.isDocument(name) ? size : 0;
            if (bytes > limits.bytes() || bytes < 0) {
                throw BundleProblem.TOO_LARGE.exception(bytes, limits.bytes());
            }
            if (documentBytes > limits.documentBytes()) {
                throw BundleProblem.TOO_LARGE.exception(documentBytes, limits.documentBytes());
            }
        }
        return found;
    }

    /** The hash of the entries. */
    HashAlgorithm algorithm() {
        return manifest.algorithm();
    }

    /** The names of all entries but the manifest. */
    Iterable<String> names() {
        return found.keySet();
    }

    /** A document, of the digest in the manifest. */
    byte[] document(String name) throws IOException {
        try (EntryInput entry = open(name)) {
            byte[] bytes = entry.readAllBytes();
            entry.verify();
            return bytes;
        }
    }

    /** An entry to be read as a stream and then to be {@linkplain EntryInput#verify verified}. */
    EntryInput open(String name) throws IOException {
        ZipEntry entry = found.get(name);
        Manifest.Entry listed = manifest.entries().get(name);
        if (entry == null || listed == null) {
            throw BundleProblem.ENTRY_MISSING.exception(name);
        }
        try {
            return new EntryInput(name, zip.getInputStream(entry), listed, manifest.algorithm());
        } catch (ZipException e) {
            throw BundleProblem.ENTRY_UNREADABLE.exception(name, String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(entry.getSize()));
            if (bytes.length != entry.getSize() || in.read() >= 0) {
                throw BundleProblem.ENTRY_UNREADABLE.exception(entry.getName(), "not of the size it says");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw BundleProblem.ENTRY_UNREADABLE.exception(entry.getName(), String.valueOf(e.getMessage()));
        }
    }

    /** At most 80 harmless characters of a name that somebody chose to hurt. */
    private static String printable(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .limit(80)
                .map(c -> Character.isLetterOrDigit(c) || "._-/\\ ".indexOf(c) >= 0 ? c : '?')
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
