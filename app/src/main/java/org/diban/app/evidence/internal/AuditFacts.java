package org.diban.app.evidence.internal;

import org.diban.app.access.AuditTrail;
import org.diban.app.evidence.EvidenceLog;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;
import org.springframework.stereotype.Component;

/** Audit records as facts of the evidence log. */
@Component
class AuditFacts implements AuditTrail {
    private final EvidenceLog log;

    AuditFacts(EvidenceLog log) {
        this.log = log;
    }

    @Override
    public FactRef append(String stream, String kind, String by, JsonObject body) {
        return log.append(stream, kind, by, body);
    }
}
