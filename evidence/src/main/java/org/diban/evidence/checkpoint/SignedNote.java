package org.diban.evidence.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures, in the form of C2SP signed-note.
 *
 * @param text ends in a line feed and holds no other control character; nothing in it counts before a signature of a trusted key has
 *     been verified
 * @param signatures at least one, at most {@value #MAX_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The largest note that is read, in bytes. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isText(text)) {
            throw new IllegalArgumentException("not a text of a note");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MAX_SIGNATURES + " signatures");
        }
    }

    /** Reads a note; nothing if the bytes are not one. */
    public static Optional<SignedNote> parse(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            return Optional.empty();
        }
        String note;
        try {
            note = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || end + 2 == note.length() || !note.endsWith("\n") || !isText(note.substring(0, end + 1))) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            Optional<NoteSignature> signature = NoteSignature.parse(line);
            if (signature.isEmpty() || signatures.size() == MAX_SIGNATURES) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return Optional.of(new SignedNote(note.substring(0, end + 1), signatures));
    }

    /** The same note with one signature more. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** What is signed. */
    byte[] textBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is stored and sent. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()).append('\n'));
        return out.toString();
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(c -> c < 0x20 && c != '\n');
    }
}
