package org.diban.evidence.checkpoint;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 of RFC 8032, deterministic. */
final class Ed25519 implements SignatureScheme {
    @Override
    public int publicKeyBytes() {
        return Ed25519PublicKeyParameters.KEY_SIZE;
    }

    @Override
    public boolean isPublicKey(byte[] bytes) {
        try {
            return new Ed25519PublicKeyParameters(bytes).getEncoded().length == bytes.length;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public byte[] newSecret(SecureRandom random) {
        return new Ed25519PrivateKeyParameters(random).getEncoded();
    }

    @Override
    public byte[] publicKey(byte[] secret) {
        return new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
    }

    @Override
    public byte[] sign(byte[] secret, byte[] message, SecureRandom random) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(secret));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(publicKey));
        signer.update(message, 0, message.length);
        return signature.length == SIGNATURE_BYTES && signer.verifySignature(signature);
    }
}
