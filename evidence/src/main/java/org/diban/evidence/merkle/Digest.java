package org.diban.evidence.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A hash under computation. It can be used again after {@link #finish}. For one thread. */
public abstract sealed class Digest {
    /** Takes bytes in. */
    public abstract void update(byte[] data, int offset, int length);

    abstract void update(byte value);

    abstract void finish(byte[] out, int offset);

    /** The hash of all bytes taken in since the last one, and a new start. */
    public final Hash finish() {
        byte[] out = new byte[Hash.BYTES];
        finish(out, 0);
        return new Hash(out);
    }

    static final class Jdk extends Digest {
        private final MessageDigest digest;

        Jdk(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void update(byte[] data, int offset, int length) {
            digest.update(data, offset, length);
        }

        @Override
        void update(byte value) {
            digest.update(value);
        }

        @Override
        void finish(byte[] out, int offset) {
            try {
                digest.digest(out, offset, Hash.BYTES);
            } catch (DigestException e) {
                throw new IllegalStateException("no room for a hash", e);
            }
        }
    }

    static final class Sm3 extends Digest {
        private final SM3Digest digest = new SM3Digest();

        @Override
        public void update(byte[] data, int offset, int length) {
            digest.update(data, offset, length);
        }

        @Override
        void update(byte value) {
            digest.update(value);
        }

        @Override
        void finish(byte[] out, int offset) {
            digest.doFinal(out, offset);
        }
    }
}
