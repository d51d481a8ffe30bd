package org.diban.indicator.format.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes equal documents equal bytes: replaces the random names of embedded subsets and the random file identifier, byte for byte. */
final class StablePdf {
    private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+(?=DroidSansFallback|LiberationSans)");
    private static final Pattern ID = Pattern.compile("/ID\\s*\\[<([0-9a-f]{32})><([0-9a-f]{32})>]");

    private StablePdf() {}

    static byte[] of(byte[] pdf) {
        StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        Matcher subset = SUBSET.matcher(text);
        while (subset.find()) {
            text.replace(subset.start(1), subset.end(1), "DIBANX");
        }
        Matcher id = ID.matcher(text);
        if (id.find()) {
            String blank = "0".repeat(32);
            text.replace(id.start(1), id.end(1), blank).replace(id.start(2), id.end(2), blank);
            String digest = digest(text.toString()).substring(0, 32);
            text.replace(id.start(1), id.end(1), digest).replace(id.start(2), id.end(2), digest);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
