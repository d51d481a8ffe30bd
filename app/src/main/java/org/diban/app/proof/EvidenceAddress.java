package org.diban.app.proof;

import org.diban.evidence.FactRef;

/**
 * The addresses of streams and facts. In an address a stream's name has {@code ~} for {@code /}, which no name contains, so that it is
 * one step of the path.
 */
public final class EvidenceAddress {
    private EvidenceAddress() {}

    /** The page of a stream. */
    public static String of(String stream) {
        return "/evidence/streams/" + step(stream) + "/facts";
    }

    /** The page of a fact. */
    public static String of(FactRef ref) {
        return of(ref.stream()) + "/" + ref.seq();
    }

    /** The page of a checkpoint. */
    public static String checkpoint(long size) {
        return "/evidence/checkpoints/" + size;
    }

    /** A stream's name as one step of a path. */
    public static String step(String stream) {
        return stream.replace('/', '~');
    }

    /** The stream's name in a step of a path. */
    public static String stream(String step) {
        return step.replace('~', '/');
    }
}
