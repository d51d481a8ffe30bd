package org.diban.app.performance.internal;

import java.nio.charset.StandardCharsets;
import org.diban.app.evidence.SealedLog;
import org.diban.app.performance.FormSealer;
import org.diban.evidence.checkpoint.NoteSignature;
import org.diban.evidence.checkpoint.SignedNote;
import org.diban.indicator.ledger.FormSignature;
import org.springframework.stereotype.Component;

/**
 * Signs with the key of the evidence log. The signature is the one line of a signed note (C2SP) whose text is the statement and a line
 * feed, so that the keys by which checkpoints are verified verify finalised forms too.
 */
@Component
class LogSealer implements FormSealer {
    private static final String ALGORITHM = "signed-note";

    private final SealedLog log;

    LogSealer(SealedLog log) {
        this.log = log;
    }

    @Override
    public FormSignature sign(byte[] statement, String signer) {
        String note = log.sign(new String(statement, StandardCharsets.UTF_8) + "\n");
        SignedNote parsed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the log signed something that is no note"));
        NoteSignature signature = parsed.signatures().getFirst();
        return new FormSignature(ALGORITHM, signature.name(), signer, signature.base64());
    }
}
