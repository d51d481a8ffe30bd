package org.diban.app.proof.internal;

import java.util.Locale;
import org.diban.app.evidence.StreamRealm;
import org.diban.evidence.checkpoint.SignatureReport.Outcome;
import org.diban.evidence.checkpoint.SignatureReport.Signer;
import org.diban.evidence.checkpoint.SignatureType;

/** The message keys of what the log calls by constants. */
public final class Words {
    private Words() {}

    /** A count with its thousands set apart. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** What a stream is about. */
    public static String realm(String stream) {
        return switch (StreamRealm.of(stream)) {
            case LOG -> "proof.realm.log";
            case AUDIT -> "proof.realm.audit";
            case BUSINESS -> "proof.realm.business";
        };
    }

    /** Whether a signature holds. */
    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case VALID -> "proof.signature.valid";
            case INVALID -> "proof.signature.invalid";
            case NOT_VERIFIED -> "proof.signature.unknown";
        };
    }

    /** The look of that in the style sheet. */
    public static String style(Outcome outcome) {
        return switch (outcome) {
            case VALID -> "good";
            case INVALID -> "bad";
            case NOT_VERIFIED -> "soon";
        };
    }

    /** Who made a signature. */
    public static String signer(Signer signer) {
        return switch (signer) {
            case LOG -> "proof.signer.log";
            case WITNESS -> "proof.signer.witness";
            case UNKNOWN -> "proof.signer.unknown";
        };
    }

    /** The name of a way to sign; the same in both languages. */
    public static String type(SignatureType type) {
        return switch (type) {
            case ED25519, ED25519_COSIGNATURE -> "Ed25519";
            case SM2, SM2_COSIGNATURE -> "SM2 · SM3";
        };
    }
}
