package org.diban.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.Text;

/**
 * Where a command talks to.
 *
 * @param out the results; UTF-8
 * @param err problems and progress; UTF-8
 * @param locale Chinese or English
 * @param interactive whether a person looks at it, so that colour and progress make sense
 */
public record Terminal(PrintStream out, PrintStream err, Locale locale, boolean interactive) {
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String END = "\u001b[0m";
    private static final List<String> STYLES = List.of(BOLD, RED, END);

    /** The language that the environment asks for: English when it says so, otherwise Chinese. */
    public static Locale language(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
            }
        }
        return Locale.CHINESE;
    }

    /** A line of the result. */
    public void say(String line) {
        out.println(visible(line));
    }

    /** A line of the result in the reader's language. */
    public void say(String zh, String en) {
        say(text(zh, en));
    }

    /** The result for a program: one line. */
    public void json(JsonObject object) {
        out.println(object);
    }

    /** A line beside the result. */
    public void tell(Text text) {
        err.println(visible(text.in(locale)));
    }

    /** A problem, in one line. */
    public void tell(Problem problem) {
        err.println(red(visible(problem.in(locale))));
    }

    /** The words in the reader's language. */
    public String text(String zh, String en) {
        return new Text(zh, en).in(locale);
    }

    /** {@code 11 张表} or {@code 11 forms}. */
    public String forms(long count) {
        return text(count + " 张表", count + (count == 1 ? " form" : " forms"));
    }

    /** Bold where a person looks at it. */
    public String bold(String text) {
        return styled(BOLD, text);
    }

    /** Red, for what somebody must act on; it always has words beside it. */
    public String red(String text) {
        return styled(RED, text);
    }

    private String styled(String code, String text) {
        return interactive ? code + text + END : text;
    }

    /** The line without control characters, which could make a terminal do or hide things; our own styles stay. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            String style = styleAt(line, i);
            char c = line.charAt(i);
            if (style.isEmpty()) {
                visible.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
            } else {
                visible.append(style);
            }
            i += Math.max(1, style.length());
        }
        return visible.toString();
    }

    private static String styleAt(String line, int index) {
        return STYLES.stream()
                .filter(style -> line.startsWith(style, index))
                .findFirst()
                .orElse("");
    }
}
