package org.diban.app.proof.internal;

import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.LogCatalogue.RegisteredKey;
import org.diban.app.evidence.LogCatalogue.StreamState;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.kernel.json.JsonObject;

/** The forms in which the feed and the programming interface hand out what the log holds. */
final class LogJson {
    private LogJson() {}

    static JsonObject checkpoint(SealedLog.Sealed sealed) {
        return JsonObject.builder()
                .put("size", sealed.size())
                .put("root", sealed.checkpoint().checkpoint().root().base64())
                .put("at", sealed.at().toString())
                .put("note", sealed.checkpoint().note().toString())
                .build();
    }

    static JsonObject key(RegisteredKey key) {
        return JsonObject.builder()
                .put("key", key.key().toString())
                .put("role", key.witness() ? "witness" : "log")
                .put("name", key.key().name())
                .put("type", key.key().type().name())
                .put("fingerprint", key.key().fingerprint())
                .put("added", key.added().toString())
                .put("retired", key.retired() == null ? null : key.retired().toString())
                .build();
    }

    static JsonObject keys(String origin, HashAlgorithm hash, LogCatalogue catalogue) {
        return JsonObject.builder()
                .put("origin", origin)
                .put("hash", hash.id())
                .put("keys", catalogue.keys().stream().map(LogJson::key).toList())
                .build();
    }

    static JsonObject stream(StreamState stream) {
        return JsonObject.builder()
                .put("stream", stream.name())
                .put("length", stream.length())
                .put("sealed", stream.sealed())
                .put("lastAt", stream.lastAt() == null ? null : stream.lastAt().toString())
                .build();
    }
}
