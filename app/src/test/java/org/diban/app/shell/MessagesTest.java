package org.diban.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diban.kernel.problem.Text;
import org.junit.jupiter.api.Test;

/** Every word on a page stands in a bundle, in both languages, and every word of a bundle stands on a page. */
class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern CALL = Pattern.compile("\\bpage\\.t\\(\\s*\"([^\"]+)\"");
    private static final Pattern CJK =
            Pattern.compile("[\\p{IsHan}\\u3001-\\u301f\\uff01\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff1f]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Map<String, Text> all = Messages.load().all();

    private static Map<Path, String> files(String root, String extension) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .collect(Collectors.toMap(file -> file, MessagesTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_key_that_a_page_asks_for_is_there() {
        Set<String> missing = new TreeSet<>();
        Stream.concat(
                        files("src/main/jte", ".jte").values().stream(),
                        files("src/main/java", ".java").values().stream())
                .forEach(text -> {
                    Matcher call = CALL.matcher(text);
                    while (call.find()) {
                        // A key that ends in a dot is the beginning of one that is put together.
                        if (!call.group(1).endsWith(".") && !all.containsKey(call.group(1))) {
                            missing.add(call.group(1));
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_is_asked_for() {
        // The engines name the kinds of facts, and an audit action may be one of them.
        String sources = String.join("\n", files("src/main/jte", ".jte").values())
                + String.join("\n", files("src/main/java", ".java").values())
                + String.join("\n", files("../indicator/src/main/java", ".java").values());
        Set<String> named = new TreeSet<>();
        Matcher key = KEY.matcher(sources);
        while (key.find()) {
            named.add(key.group(1));
        }
        Set<String> unused = new TreeSet<>();
        for (String candidate : all.keySet()) {
            int action = candidate.indexOf(".action.");
            boolean used = named.contains(candidate)
                    || action > 0 && named.contains(candidate.substring(action + ".action.".length()))
                    || candidate.endsWith(".about") && named.contains(candidate.replaceFirst("\\.about$", ""))
                    || isPutTogether(sources, candidate);
            if (!used) {
                unused.add(candidate);
            }
        }
        assertThat(unused).isEmpty();
    }

    /** Whether a source holds the beginning of the key, up to one of its dots or hyphens, as a text of its own. */
    private static boolean isPutTogether(String sources, String key) {
        for (int end = key.indexOf('.', key.indexOf('.') + 1); end > 0; end = key.indexOf('.', end + 1)) {
            if (sources.contains("\"" + key.substring(0, end + 1) + "\"")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void texts_are_translated_and_have_the_same_places_to_fill() {
        assertThat(all).hasSizeGreaterThan(200);
        all.forEach((key, text) -> {
            assertThat(text.zh()).as(key).isNotBlank();
            assertThat(text.en()).as(key).isNotBlank();
            if (!key.startsWith("shell.language.")) {
                assertThat(CJK.matcher(text.en().replace("万元", "")).find())
                        .as(key + " in English: " + text.en())
                        .isFalse();
            }
            assertThat(PLACE.matcher(text.en())
                            .results()
                            .map(r -> r.group())
                            .sorted()
                            .toList())
                    .as(key)
                    .isEqualTo(PLACE.matcher(text.zh())
                            .results()
                            .map(r -> r.group())
                            .sorted()
                            .toList());
        });
    }

    @Test
    void no_template_holds_a_word_of_its_own() {
        files("src/main/jte", ".jte")
                .forEach((file, text) -> assertThat(
                                CJK.matcher(text).results().map(r -> r.group()).toList())
                        .as(file.toString())
                        .isEmpty());
    }

    @Test
    void no_template_holds_a_style_or_a_script_of_its_own() {
        files("src/main/jte", ".jte").forEach((file, text) -> {
            assertThat(text).as(file.toString()).doesNotContain("<style", " onclick=", " onchange=", "javascript:");
        });
    }
}
