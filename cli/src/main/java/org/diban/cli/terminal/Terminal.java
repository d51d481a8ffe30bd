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

    /** Bold where a person looks at it. */
    public String bold(String text) {
        return styled("1", text);
    }

    /** Red, for what somebody must act on; it always has words beside it. */
    public String red(String text) {
        return styled("31", text);
    }

    private String styled(String code, String text) {
        return interactive ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** The line without control characters, which could make a terminal do or hide things; our own colours stay. */
    private String visible(String line) {
        StringBuilder visible = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ourColour = interactive && c == '\u001b' && line.startsWith("[", i + 1);
            visible.append(Character.isISOControl(c) && c != '\n' && c != '\t' && !ourColour ? '\uFFFD' : c);
        }
        return visible.toString();
    }
}
