package org.diban.app.evidence.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.diban.app.database.DataFolder;
import org.diban.app.evidence.LogKey;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.merkle.HashAlgorithm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which log this is: its name, its hash and its key. Fixed when the database first meets the application. */
@Component
final class LogIdentity {
    private final String origin;
    private final HashAlgorithm algorithm;
    private final SigningKey key;

    LogIdentity(
            JdbcClient jdbc,
            DataFolder folder,
            SecureRandom random,
            InstantSource clock,
            @Value("${diban.evidence.origin:}") String wantedOrigin,
            @Value("${diban.evidence.hash:sm3}") String wantedHash,
            @Value("${diban.evidence.signature:SM2}") SignatureType wantedSignature) {
        String newOrigin = wantedOrigin.isEmpty() ? "diban.local/" + hex(random) : wantedOrigin;
        jdbc.sql("INSERT INTO evidence.log (origin, hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(newOrigin)
                .param(wantedHash)
                .update();
        this.origin =
                jdbc.sql("SELECT origin FROM evidence.log").query(String.class).single();
        this.algorithm = HashAlgorithm.of(jdbc.sql("SELECT hash FROM evidence.log")
                        .query(String.class)
                        .single())
                .orElseThrow();
        this.key = LogKey.of(folder, origin, wantedSignature, random);
        register(jdbc, clock);
    }

    /** Makes the key one whose signatures count; a key that was there before, from another data folder, is retired and still verifies what it signed. */
    private void register(JdbcClient jdbc, InstantSource clock) {
        String current = key.verifierKey().toString();
        int added = jdbc.sql(
                        "INSERT INTO evidence.verifier_key (key, role, added) VALUES (?, 'log', ?) ON CONFLICT DO NOTHING")
                .param(current)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            jdbc.sql("UPDATE evidence.verifier_key SET retired = ? WHERE role = 'log' AND key <> ? AND retired IS NULL")
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(current)
                    .update();
        }
    }

    private static String hex(SecureRandom random) {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }

    String origin() {
        return origin;
    }

    HashAlgorithm algorithm() {
        return algorithm;
    }

    SigningKey key() {
        return key;
    }
}
