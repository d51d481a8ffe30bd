package org.diban.indicator.ledger;

import java.util.Base64;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;

/**
 * A signature over the statement of a finalisation.
 *
 * @param algorithm for example {@code ed25519} or {@code sm2}
 * @param keyId which key
 * @param signer the identifier of the person or office whose key it is; never a name
 * @param base64 the bytes of the signature
 */
public record FormSignature(String algorithm, String keyId, String signer, String base64) {
    public FormSignature {
        if (algorithm.isBlank() || keyId.isBlank() || signer.isBlank() || base64.isEmpty()) {
            throw new IllegalArgumentException("an incomplete signature");
        }
        Base64.getDecoder().decode(base64);
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
