package org.diban.indicator.ledger;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.diban.evidence.checkpoint.NoteSignature;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/**
 * A signature over the statement of a finalisation.
 *
 * <p>The log's own is of the algorithm {@value #SIGNED_NOTE}: one line of a signed note (C2SP) whose text is {@link FormChange.Finalised#text}.
 * The key says whether it is Ed25519 or SM2.
 *
 * @param algorithm {@value #SIGNED_NOTE}; another one is kept and cannot be verified
 * @param keyId which key; in a signed note {@code name+hex(key id)}, as a verifier key begins
 * @param signer the identifier of the person or office whose key it is; never a name
 * @param base64 the bytes of the signature
 */
public record FormSignature(String algorithm, String keyId, String signer, String base64) {
    /** The algorithm of a line of a signed note. */
    public static final String SIGNED_NOTE = "signed-note";

    public FormSignature {
        if (algorithm.isBlank() || keyId.isBlank() || signer.isBlank() || base64.isEmpty()) {
            throw new IllegalArgumentException("an incomplete signature");
        }
        Base64.getDecoder().decode(base64);
    }

    /** A line of a signed note as the signature of a person or office. */
    public static FormSignature of(NoteSignature line, String signer) {
        return new FormSignature(SIGNED_NOTE, keyId(line), signer, line.base64());
    }

    /** The line of the signed note; nothing if the signature is of another algorithm or its key is not the one it names. */
    public Optional<NoteSignature> line() {
        int plus = keyId.lastIndexOf('+');
        return algorithm.equals(SIGNED_NOTE) && plus > 0
                ? NoteSignature.of(keyId.substring(0, plus), base64)
                        .filter(line -> keyId(line).equals(keyId))
                : Optional.empty();
    }

    private static String keyId(NoteSignature line) {
        return line.name() + "+" + HexFormat.of().toHexDigits(line.keyId());
    }

    /** The bytes of the signature. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    static FormSignature of(JsonObject json) {
        Members.only(json, "algorithm", "keyId", "signer", "value");
        try {
            return new FormSignature(
                    json.string("algorithm"), json.string("keyId"), json.string("signer"), json.string("value"));
        } catch (IllegalArgumentException e) {
            throw new JsonException("not a signature: " + e.getMessage());
        }
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("algorithm", algorithm)
                .put("keyId", keyId)
                .put("signer", signer)
                .put("value", base64)
                .build();
    }
}
