package org.diban.evidence.bundle;

import java.util.regex.Pattern;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;

/** The names of the entries of a bundle. */
final class Layout {
    static final String FORMAT = "diban-proof/1";

    static final String MANIFEST = "manifest.json";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEYS = "keys.txt";
    static final String ROWS = "rows.jsonl";
    static final String RANGES = "ranges.txt";
    static final String PROOF = "proof.bin";
    static final String HEADS = "heads.jsonl";
    static final String DEFINITIONS = "definitions/";
    static final String CLAIMS = "claims/";
    static final String FILES = "files/";

    private static final Pattern NAME =
            Pattern.compile("manifest\\.json|checkpoint\\.txt|keys\\.txt|rows\\.jsonl|ranges\\.txt"
                    + "|proof\\.bin|heads\\.jsonl|(definitions|claims)/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.json"
                    + "|files/(sm3|sha256)-[0-9a-f]{64}");

    private Layout() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The entry of a file with this digest. */
    static String file(HashAlgorithm algorithm, Hash digest) {
        return FILES + algorithm.id() + "-" + digest.hex();
    }

    /** The algorithm of the digest that names a file's entry. */
    static HashAlgorithm fileAlgorithm(String name) {
        return HashAlgorithm.of(name.substring(FILES.length(), name.indexOf('-')))
                .orElseThrow();
    }

    /** Whether the entry is read as a whole, not as a stream. */
    static boolean isDocument(String name) {
        return !name.equals(ROWS)
                && !name.equals(RANGES)
                && !name.equals(PROOF)
                && !name.equals(HEADS)
                && !name.startsWith(FILES);
    }

    /** The name of a document without its folder and its ending. */
    static String plain(String folder, String name) {
        return name.substring(folder.length(), name.length() - ".json".length());
    }
}
