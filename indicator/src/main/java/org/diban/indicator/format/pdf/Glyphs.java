package org.diban.indicator.format.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * Sets text in two fonts: Liberation Sans for Latin letters, digits and signs, Droid Sans Fallback for Chinese.
 *
 * <p>A character that neither has is replaced by its compatible form (℃ by °C, ① by 1) where there is one, else by □, and remembered.
 * An instance belongs to one document.
 */
final class Glyphs {
    private static final int PLACEHOLDER = 0x25A1;

    private final BaseFont latin;
    private final BaseFont chinese;
    private final Set<String> missing = new LinkedHashSet<>();

    Glyphs() throws IOException {
        latin = load(BaseFont.class, "/font-fallback/LiberationSans-Regular.ttf");
        chinese = load(Glyphs.class, "/fonts/DroidSansFallbackFull.ttf");
    }

    /** The characters that were replaced by □, in the order of their appearance. */
    Set<String> missing() {
        return Set.copyOf(missing);
    }

    Font latin(float points) {
        return new Font(latin, points);
    }

    Phrase phrase(String text, float points, boolean bold, Color colour) {
        Phrase phrase = new Phrase(points * 1.35f);
        StringBuilder run = new StringBuilder();
        BaseFont font = null;
        for (int c : drawable(text).codePoints().toArray()) {
            BaseFont next = c == '\n' && font != null ? font : fontOf(c);
            if (next != font) {
                add(phrase, run, font, points, bold, colour);
                font = next;
            }
            run.appendCodePoint(c);
        }
        add(phrase, run, font, points, bold, colour);
        return phrase;
    }

    private static void add(
            Phrase phrase, StringBuilder run, @Nullable BaseFont font, float points, boolean bold, Color colour) {
        if (font == null || run.isEmpty()) {
            return;
        }
        Chunk chunk = new Chunk(run.toString(), new Font(font, points, bold ? Font.BOLD : Font.NORMAL, colour));
        chunk.setSplitCharacter(new LineBreaks());
        phrase.add(chunk);
        run.setLength(0);
    }

    private BaseFont fontOf(int c) {
        return c == '\n' || latin.charExists(c) ? latin : chinese;
    }

    private String drawable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || !Character.isISOControl(c)).forEach(c -> {
            if (c == '\n' || exists(c)) {
                out.appendCodePoint(c);
                return;
            }
            String compatible = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (compatible.codePoints().allMatch(this::exists)) {
                out.append(compatible);
            } else {
                missing.add(Character.toString(c));
                out.appendCodePoint(PLACEHOLDER);
            }
        });
        return out.toString();
    }

    private boolean exists(int c) {
        return latin.charExists(c) || chinese.charExists(c);
    }

    private static BaseFont load(Class<?> owner, String resource) throws IOException {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no font " + resource);
            }
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            BaseFont font = BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
            font.setSubset(true);
            return font;
        } catch (DocumentException e) {
            throw new IOException("the font " + resource + " cannot be read", e);
        }
    }
}
