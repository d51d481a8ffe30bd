package org.diban.app.access.internal;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238): SHA-1, 30 seconds, six digits, as authenticator apps expect them. */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** How many random bytes a new secret has: the length of the hash (RFC 4226 section 4, R6). */
    static final int SECRET_BYTES = 20;

    private Totp() {}

    /**
     * The time step for which a code is right: the present one or one of its two neighbours, and later than the last one used. Empty when there
     * is none. Every step can be used once (RFC 6238 section 5.2).
     */
    static OptionalLong match(byte[] secret, String code, Instant now, long lastStep) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        for (long step = present - 1; step <= present + 1; step++) {
            if (step > lastStep && code(secret, step).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a time step: the dynamic truncation of RFC 4226 section 5.3. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 15;
            int number = java.nio.ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }

    /** The secret in base 32 (RFC 4648) without padding: what a person types when the picture cannot be read. */
    static String base32(byte[] secret) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte b : secret) {
            bits = bits << 8 | b & 0xff;
            count += 8;
            while (count >= 5) {
                out.append(BASE32.charAt(bits >> count - 5 & 31));
                count -= 5;
            }
        }
        if (count > 0) {
            out.append(BASE32.charAt(bits << 5 - count & 31));
        }
        return out.toString();
    }

    /** The address that the picture holds. */
    static String address(byte[] secret, String login) {
        return "otpauth://totp/Diban:" + login + "?secret=" + base32(secret) + "&issuer=Diban";
    }
}
