package org.diban.evidence.bundle;

import java.util.List;
import java.util.Optional;
import org.diban.evidence.checkpoint.SignatureReport;
import org.diban.evidence.checkpoint.SignedCheckpoint;

/**
 * What a verifier found in a bundle.
 *
 * @param checks what was looked at, in order; after the first thing that cannot be read nothing more
 * @param claims what the claims verifier looked at; believable only when all of {@code checks} held
 * @param checkpoint the checkpoint, when it could be read
 * @param signatures the judgement of its signatures, when it could be read
 * @param ownKeys whether the signatures were verified with the keys in the bundle itself: then somebody has to compare their fingerprints
 * @param rows the number of rows
 */
public record BundleReport(
        List<Check> checks,
        List<Check> claims,
        Optional<SignedCheckpoint> checkpoint,
        Optional<SignatureReport> signatures,
        boolean ownKeys,
        long rows) {
    public BundleReport {
        checks = List.copyOf(checks);
        claims = List.copyOf(claims);
    }

    /** Whether every check and every claim held. */
    public boolean proved() {
        return genuine() && claims.stream().allMatch(Check::passed);
    }

    /** Whether the bundle is whole and its rows stand in the signed log, whatever is claimed from them. */
    public boolean genuine() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::passed);
    }
}
