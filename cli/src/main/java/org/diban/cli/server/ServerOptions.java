package org.diban.cli.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.CliProblem;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that say which server is meant and who asks.
 *
 * <p>The server is that of {@code --server}, else of {@code DIBAN_SERVER}, else the one that {@code diban run} starts on this machine. The token
 * is in the file of {@code --token-file}, else in the file that {@code DIBAN_TOKEN_FILE} names, else in {@code DIBAN_TOKEN}.
 */
public final class ServerOptions {
    private static final String SERVER = "--server";
    private static final String TOKEN_FILE = "--token-file";
    private static final String LOCAL = "http://127.0.0.1:8420";
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");
    private static final int MOST_BYTES = 2000;

    private final Map<String, String> environment;

    @Option(names = SERVER, paramLabel = "URL", scope = ScopeType.INHERIT)
    @Nullable
    String server;

    @Option(names = TOKEN_FILE, paramLabel = "TOKENFILE", scope = ScopeType.INHERIT)
    @Nullable
    Path tokenFile;

    public ServerOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Does work with the server. */
    public int ask(ToIntFunction<Server> work) {
        try (Server opened = new Server(address(), token())) {
            try {
                return work.applyAsInt(opened);
            } catch (JsonException e) {
                throw opened.misunderstood(e);
            }
        }
    }

    /** Refuses these options where a command works on files. */
    public void refuse() {
        if (server != null) {
            throw CliProblem.ONLY_SERVER.exception(SERVER);
        }
        if (tokenFile != null) {
            throw CliProblem.ONLY_SERVER.exception(TOKEN_FILE);
        }
    }

    private URI address() {
        String given = server == null ? environment.getOrDefault("DIBAN_SERVER", "") : server;
        String text = given.isEmpty() ? LOCAL : given;
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            if (http
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ProblemException(CliProblem.BAD_VALUE.problem(shown(text), SERVER), e);
        }
        throw CliProblem.BAD_VALUE.exception(shown(text), SERVER);
    }

    /** The address as a message may show it: what stands before an {@code @} may be a password. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : "…" + text.substring(at);
    }

    private @Nullable String token() {
        String named = environment.getOrDefault("DIBAN_TOKEN_FILE", "");
        if (tokenFile != null) {
            return token(tokenFile);
        }
        if (!named.isEmpty()) {
            try {
                return token(Path.of(named));
            } catch (InvalidPathException e) {
                throw new ProblemException(CliProblem.BAD_VALUE.problem(named, "DIBAN_TOKEN_FILE"), e);
            }
        }
        String token = environment.getOrDefault("DIBAN_TOKEN", "").strip();
        return token.isEmpty() ? null : checked(token, "DIBAN_TOKEN");
    }

    private static String token(Path file) {
        try (var in = Files.newInputStream(file)) {
            return checked(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip(), file);
        } catch (NoSuchFileException e) {
            throw new ProblemException(CliProblem.NO_FILE.problem(file), e);
        } catch (IOException e) {
            throw new ProblemException(CliProblem.UNREADABLE.problem(file, ReadForms.reason(e)), e);
        }
    }

    private static String checked(String token, Object source) {
        if (!TOKEN.matcher(token).matches()) {
            throw CliProblem.BAD_TOKEN.exception(source);
        }
        return token;
    }
}
