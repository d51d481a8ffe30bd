package org.diban.evidence.checkpoint;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** SM2 of GB/T 32918.2-2016 with SM3, the curve of GB/T 32918.5 and the usual user id of GM/T 0009. */
final class Sm2 implements SignatureScheme {
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int PUBLIC_KEY_BYTES = 65;
    private static final byte UNCOMPRESSED = 4;
    private static final ECDomainParameters CURVE = curve();

    private static ECDomainParameters curve() {
        X9ECParameters parameters = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
    }

    @Override
    public int publicKeyBytes() {
        return PUBLIC_KEY_BYTES;
    }

    @Override
    public boolean isPublicKey(byte[] bytes) {
        try {
            return bytes.length == PUBLIC_KEY_BYTES
                    && bytes[0] == UNCOMPRESSED
                    && !publicParameters(bytes).getQ().isInfinity();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public byte[] newSecret(SecureRandom random) {
        BigInteger largest = CURVE.getN().subtract(BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(
                SECRET_BYTES, BigIntegers.createRandomInRange(BigInteger.ONE, largest, random));
    }

    @Override
    public byte[] publicKey(byte[] secret) {
        return new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), scalar(secret))
                .getEncoded(false);
    }

    @Override
    public byte[] sign(byte[] secret, byte[] message, SecureRandom random) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        CipherParameters key = new ParametersWithRandom(new ECPrivateKeyParameters(scalar(secret), CURVE), random);
        signer.init(true, new ParametersWithID(key, USER_ID));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("a 64-byte form holds every SM2 signature", e);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(false, new ParametersWithID(publicParameters(publicKey), USER_ID));
        signer.update(message, 0, message.length);
        return signature.length == SIGNATURE_BYTES && signer.verifySignature(signature);
    }

    private static ECPublicKeyParameters publicParameters(byte[] bytes) {
        return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(bytes), CURVE);
    }

    private static BigInteger scalar(byte[] secret) {
        BigInteger d = new BigInteger(1, secret);
        if (secret.length != SECRET_BYTES
                || d.signum() == 0
                || d.compareTo(CURVE.getN().subtract(BigInteger.ONE)) >= 0) {
            throw new IllegalArgumentException("not an SM2 secret key");
        }
        return d;
    }
}
