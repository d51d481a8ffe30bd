package org.diban.indicator.format.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The strict detection of a text's encoding. */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHUNK = 1 << 16;

    private Encoding() {}

    /** UTF-8 or else GB18030, whichever all bytes are valid in; nothing when they are in neither. */
    static Optional<Charset> of(byte[] bytes) {
        if (firstFault(bytes, StandardCharsets.UTF_8) < 0) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return firstFault(bytes, GB18030) < 0 ? Optional.of(GB18030) : Optional.empty();
    }

    /** The offset of the first byte that is not valid; −1 when all are. */
    static int firstFault(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }
}
