package org.diban.app.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that the next page shows once: what has just been done, and how to undo it.
 *
 * @param key the message key; never a text, so that nothing personal travels in the cookie
 * @param undo the address to post to in order to undo it; {@code null} when it cannot be undone
 */
public record Note(String key, @Nullable String undo) {
    /** A note without a way back. */
    public static Note of(String key) {
        return new Note(key, null);
    }

    String cookie() {
        String text = undo == null ? key : key + "\n" + undo;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Note ofCookie(String value) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null; // somebody else wrote the cookie: there is nothing to show
        }
        int end = text.indexOf('\n');
        return end < 0 ? new Note(text, null) : new Note(text.substring(0, end), text.substring(end + 1));
    }
}
