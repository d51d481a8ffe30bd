package org.diban.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Which database to use. */
public sealed interface DatabaseSettings {
    /** The embedded PostgreSQL of a data folder. */
    record Embedded(DataFolder folder) implements DatabaseSettings {}

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url for example {@code jdbc:postgresql://10.1.2.3/diban}, without user and password
     */
    record External(String url, String user, String password) implements DatabaseSettings {
        /** The address without the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * Reads {@code diban.database.url}, {@code .user}, {@code .password} and {@code .password-file}; nothing without a URL.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#EXTERNAL_SETTINGS}
     */
    static Optional<External> external(PropertyResolver properties) {
        String url = properties.getProperty("diban.database.url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw DatabaseProblem.EXTERNAL_SETTINGS.exception("jdbc:postgresql://…");
        }
        if (url.contains("password=")) {
            throw DatabaseProblem.EXTERNAL_SETTINGS.exception("password= → DIBAN_DATABASE_PASSWORD");
        }
        return Optional.of(new External(
                url,
                required(properties.getProperty("diban.database.user"), "DIBAN_DATABASE_USER"),
                required(password(properties), "DIBAN_DATABASE_PASSWORD / DIBAN_DATABASE_PASSWORD_FILE")));
    }

    private static @Nullable String password(PropertyResolver properties) {
        String file = properties.getProperty("diban.database.password-file");
        if (file == null) {
            return properties.getProperty("diban.database.password");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw DatabaseProblem.EXTERNAL_SETTINGS.because(e, "DIBAN_DATABASE_PASSWORD_FILE = " + file);
        }
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw DatabaseProblem.EXTERNAL_SETTINGS.exception(name);
        }
        return value;
    }
}
