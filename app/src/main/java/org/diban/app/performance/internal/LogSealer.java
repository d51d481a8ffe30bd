package org.diban.app.performance.internal;

import java.nio.charset.StandardCharsets;
import org.diban.app.evidence.SealedLog;
import org.diban.app.performance.FormSealer;
import org.diban.evidence.checkpoint.SignedNote;
import org.diban.indicator.ledger.FormSignature;
import org.springframework.stereotype.Component;

/** Signs with the key of the evidence log, so that the keys by which checkpoints are verified verify finalised forms too. */
@Component
class LogSealer implements FormSealer {
    private final SealedLog log;

    LogSealer(SealedLog log) {
        this.log = log;
    }

    @Override
    public FormSignature sign(String text, String signer) {
        SignedNote note = SignedNote.parse(log.sign(text).getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the log signed something that is no note"));
        return FormSignature.of(note.signatures().getFirst(), signer);
    }
}
