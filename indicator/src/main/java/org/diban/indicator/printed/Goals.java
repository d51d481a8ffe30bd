package org.diban.indicator.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a goal's cell and the mark-up around it.
 *
 * <p>Systems that people type goals into hand out HTML. A cell without any known tag is its text. Otherwise blocks become paragraphs,
 * other tags vanish, entities become characters and runs of blanks one blank; what stands inside a script or style element is text
 * like any other. Nothing of a tag ever reaches the text.
 *
 * @param text paragraphs separated by a line feed
 * @param markup what stands before the first paragraph, between each two, and after the last, so that {@link #print} gives the cell
 *     back; empty for a plain cell and for one whose mark-up is not only around its paragraphs
 */
record Goals(String text, List<String> markup) {
    private static final String ATTRIBUTE =
            "\\s++[a-zA-Z_:@][-a-zA-Z0-9_:.]{0,40}+(?:\\s*+=\\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\\s\"'<>]++))?";
    private static final Pattern TAG = Pattern.compile(
            "</?([a-zA-Z][a-zA-Z0-9:]{0,15})(?:" + ATTRIBUTE + "){0,40}+\\s*+/?>|<!--.{0,500}?-->", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "tbody",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "blockquote",
            "section",
            "pre");
    private static final Set<String> INLINE = Set.of(
            "span", "b", "strong", "i", "em", "u", "s", "a", "font", "sub", "sup", "small", "big", "td", "th", "img",
            "script", "style", "o:p", "iframe", "object", "svg", "html", "body", "head", "meta", "link", "input",
            "form", "button", "label");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("hellip", "…"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("middot", "·"),
            Map.entry("times", "×"),
            Map.entry("deg", "°"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"));

    Goals {
        markup = List.copyOf(markup);
    }

    /** Reads a cell. Takes time in proportion to it. */
    static Goals read(String cell) {
        Matcher tag = TAG.matcher(cell);
        StringBuilder text = new StringBuilder(cell.length());
        int from = 0;
        boolean tagged = false;
        while (tag.find()) {
            String name = tag.group(1) == null ? "" : tag.group(1).toLowerCase(Locale.ROOT);
            boolean block = BLOCKS.contains(name);
            if (!block && !INLINE.contains(name) && !name.isEmpty()) {
                continue;
            }
            tagged = true;
            text.append(plain(cell.substring(from, tag.start())));
            if (block) {
                text.append('\n');
            }
            from = tag.end();
        }
        if (!tagged) {
            return new Goals(cell.replace("\r\n", "\n").replace('\r', '\n'), List.of());
        }
        text.append(plain(cell.substring(from)));
        List<String> paragraphs = text.toString()
                .lines()
                .map(Labels::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Goals(String.join("\n", paragraphs), around(cell, paragraphs));
    }

    /** The cell with this mark-up and perhaps another text; the text alone when it has not as many paragraphs as the mark-up. */
    static String print(String text, List<String> markup) {
        if (markup.isEmpty()) {
            return text;
        }
        List<String> paragraphs = text.lines().toList();
        if (markup.size() != paragraphs.size() + 1) {
            return text;
        }
        StringBuilder out = new StringBuilder(markup.getFirst());
        for (int i = 0; i < paragraphs.size(); i++) {
            out.append(escaped(paragraphs.get(i))).append(markup.get(i + 1));
        }
        return out.toString();
    }

    private static List<String> around(String cell, List<String> paragraphs) {
        List<String> markup = new ArrayList<>();
        int from = 0;
        for (String paragraph : paragraphs) {
            String wanted = escaped(paragraph);
            int at = cell.indexOf(wanted, from);
            if (at < 0) {
                return List.of();
            }
            markup.add(cell.substring(from, at));
            from = at + wanted.length();
        }
        markup.add(cell.substring(from));
        return markup;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String plain(String run) {
        String blanked = BLANKS.matcher(run).replaceAll(" ");
        return ENTITY.matcher(blanked).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, entity.group());
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean printable =
                Character.isValidCodePoint(code) && !Character.isISOControl(code) && (code < 0xd800 || code > 0xdfff);
        return printable ? Character.toString(code) : " ";
    }
}
