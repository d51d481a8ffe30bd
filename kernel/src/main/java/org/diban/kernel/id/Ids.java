package org.diban.kernel.id;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * A maker of identifiers such as {@code frm_01k3v9c2m4e8w6n0r5t7y1a2b3}: a prefix of three letters, an underscore and 26
 * characters of Crockford's base 32 in lower case – 48 bits of milliseconds since 1970, then 80 random bits.
 *
 * <p>Identifiers of one maker sort as they were made, to the millisecond. Whoever may see an identifier learns the time of its
 * birth and nothing else. Safe for use by several threads when the random generator is.
 */
public final class Ids {
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** A maker with this clock and this source of random bits; the latter must be cryptographic where identifiers must not be guessed. */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new identifier.
     *
     * @param prefix three lower-case letters
     */
    public String next(String prefix) {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException("not a prefix of three lower-case letters: " + prefix);
        }
        char[] out = new char[TIME_CHARACTERS + RANDOM_CHARACTERS];
        long time = clock.millis();
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            out[i] = DIGITS[(int) (time & 31)];
            time >>>= 5;
        }
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            out[TIME_CHARACTERS + i] = DIGITS[random.nextInt(32)];
        }
        return prefix + '_' + new String(out);
    }

    /** Whether the text has the shape of an identifier with this prefix. */
    public static boolean isId(String prefix, String text) {
        if (text.length() != 4 + TIME_CHARACTERS + RANDOM_CHARACTERS || !text.startsWith(prefix + "_")) {
            return false;
        }
        for (int i = 4; i < text.length(); i++) {
            if (new String(DIGITS).indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrefix(String prefix) {
        return prefix.length() == 3 && prefix.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
