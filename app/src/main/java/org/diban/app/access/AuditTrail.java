package org.diban.app.access;

import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;

/** Where audit records become facts that cannot be changed unseen: the evidence log implements it. */
public interface AuditTrail {
    /** Appends a fact inside the caller's transaction; its author is {@code by}, an identifier, never a name. */
    FactRef append(String stream, String kind, String by, JsonObject body);
}
