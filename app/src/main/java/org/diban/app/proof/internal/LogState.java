package org.diban.app.proof.internal;

import java.util.List;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.checkpoint.SignatureReport;
import org.jspecify.annotations.Nullable;

/**
 * The state of the log.
 *
 * @param origin its name
 * @param hash the name of its hash
 * @param totals its numbers
 * @param latest the newest checkpoint; {@code null} before the first
 * @param signatures what its signatures are worth; {@code null} before the first
 * @param keys the keys in use
 */
public record LogState(
        String origin,
        String hash,
        LogCatalogue.Totals totals,
        SealedLog.@Nullable Sealed latest,
        @Nullable SignatureReport signatures,
        List<LogCatalogue.RegisteredKey> keys) {
    /** How many keys of witnesses are registered. */
    public long witnessKeys() {
        return keys.stream().filter(LogCatalogue.RegisteredKey::witness).count();
    }
}
