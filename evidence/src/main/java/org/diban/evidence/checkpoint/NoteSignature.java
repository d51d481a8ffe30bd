package org.diban.evidence.checkpoint;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One signature line of a note: {@code — name base64(key id ‖ signature)}.
 *
 * @param name the signer's name
 * @param keyId the first four bytes of the hash of the key, big-endian
 * @param base64 key id and signature in base 64
 */
public record NoteSignature(String name, int keyId, String base64) {
    private static final String DASH = "— ";
    private static final int KEY_ID_BYTES = 4;

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] all = new byte[KEY_ID_BYTES + signature.length];
        for (int i = 0; i < KEY_ID_BYTES; i++) {
            all[i] = (byte) (key.id() >>> (8 * (KEY_ID_BYTES - 1 - i)));
        }
        System.arraycopy(signature, 0, all, KEY_ID_BYTES, signature.length);
        return new NoteSignature(key.name(), key.id(), Base64.getEncoder().encodeToString(all));
    }

    /** Reads a line without its line feed; nothing if it is not a signature. */
    public static Optional<NoteSignature> parse(String line) {
        int blank = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || blank < DASH.length()) {
            return Optional.empty();
        }
        return of(line.substring(DASH.length(), blank), line.substring(blank + 1));
    }

    /** The signature with this name and this text in base 64; nothing if they are not those of a signature. */
    public static Optional<NoteSignature> of(String name, String base64) {
        byte[] all;
        try {
            all = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!VerifierKey.isName(name)
                || all.length <= KEY_ID_BYTES
                || !Base64.getEncoder().encodeToString(all).equals(base64)) {
            return Optional.empty();
        }
        int id = 0;
        for (int i = 0; i < KEY_ID_BYTES; i++) {
            id = id << 8 | all[i] & 0xff;
        }
        return Optional.of(new NoteSignature(name, id, base64));
    }

    /** The bytes after the key id. */
    byte[] signature() {
        byte[] all = Base64.getDecoder().decode(base64);
        return Arrays.copyOfRange(all, KEY_ID_BYTES, all.length);
    }

    /** The line, without its line feed. */
    public String line() {
        return DASH + name + ' ' + base64;
    }
}
