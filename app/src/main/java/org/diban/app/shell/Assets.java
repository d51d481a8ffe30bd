package org.diban.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The addresses of style sheets, scripts and icons: {@code /assets/<digest>/…}, where the digest is that of all of them together. Within one
 * digest nothing ever changes, so browsers keep them for a year and modules may import each other by relative paths.
 */
public final class Assets {
    /** The libraries that pages use, by the name they are imported under. */
    private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final String ECHARTS = "/libraries/echarts/6.0.0/dist/echarts.esm.min.mjs";

    private final String root;

    Assets() {
        this.root = "/assets/" + digest();
    }

    /** The prefix of all addresses, without a slash at its end. */
    public String root() {
        return root;
    }

    /** The address of a file below {@code static/}. */
    public String path(String file) {
        return root + "/" + file;
    }

    /** The address of htmx. */
    public String htmx() {
        return HTMX;
    }

    /** The import map: JSON that names the modules pages may import. */
    public String importMap() {
        return "{\"imports\":{\"echarts\":\"" + ECHARTS + "\"}}";
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Resource> files = Stream.of(
                            new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*"))
                    .sorted(Comparator.comparing(Assets::address))
                    .toList();
            for (Resource file : files) {
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Resource resource) {
        try {
            String url = resource.getURL().toString();
            return url.substring(url.lastIndexOf("/static/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
