package org.diban.app.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.diban.kernel.problem.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all pages: the pairs of {@code messages/<feature>_zh.properties} and {@code <feature>_en.properties} on the class path, in UTF-8.
 * Every key begins with its feature's name and is there in both languages; otherwise the application does not start.
 */
public final class Messages {
    private final Map<String, Text> texts;

    private Messages(Map<String, Text> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Reads all bundles. */
    public static Messages load() {
        Map<String, String> zh = bundles("zh");
        Map<String, String> en = bundles("en");
        if (!zh.keySet().equals(en.keySet())) {
            throw new IllegalStateException("keys in one language alone: " + difference(zh, en) + difference(en, zh));
        }
        Map<String, Text> texts = new HashMap<>();
        zh.forEach((key, text) -> texts.put(key, new Text(text, en.getOrDefault(key, text))));
        return new Messages(texts);
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if there is none; a test holds pages to the keys
     */
    public Text text(String key) {
        Text text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        return text;
    }

    /** All keys with their texts. */
    public Map<String, Text> all() {
        return texts;
    }

    private static Map<String, String> bundles(String language) {
        Map<String, String> all = new HashMap<>();
        String suffix = "_" + language + ".properties";
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + suffix)) {
                String feature = feature(resource.getFilename(), suffix);
                Properties properties = new Properties();
                try (Reader reader = new java.io.InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (!key.startsWith(feature + ".")) {
                        throw new IllegalStateException("the key " + key + " does not begin with " + feature);
                    }
                    all.put(key, properties.getProperty(key));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String feature(@Nullable String fileName, String suffix) {
        if (fileName == null) {
            throw new IllegalStateException("a message bundle without a name");
        }
        return fileName.substring(0, fileName.length() - suffix.length());
    }

    private static java.util.Set<String> difference(Map<String, String> one, Map<String, String> other) {
        java.util.Set<String> keys = new java.util.TreeSet<>(one.keySet());
        keys.removeAll(other.keySet());
        return keys;
    }
}
