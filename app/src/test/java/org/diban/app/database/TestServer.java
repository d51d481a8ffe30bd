package org.diban.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL of all tests of one JVM: the embedded server of production, in a folder of its own that goes when the JVM ends.
 *
 * <p>A migrated database is made once; every test class gets a copy of it.
 */
final class TestServer {
    private static final String TEMPLATE = "migrated";
    private static final TestServer ONLY = new TestServer();

    private final EmbeddedPostgres postgres;
    private final AtomicInteger number = new AtomicInteger();

    private TestServer() {
        try {
            DataFolder folder = DataFolder.at(Files.createTempDirectory("diban-test"));
            postgres = EmbeddedPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder.root())));
            create(TEMPLATE, "template0");
            Database.open(settings(TEMPLATE)).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database of its own with every schema up to date and no rows. */
    static DatabaseSettings.External fresh() {
        String name = "test" + ONLY.number.incrementAndGet();
        ONLY.create(name, TEMPLATE);
        return ONLY.settings(name);
    }

    /** A database of its own without any schema. */
    static DatabaseSettings.External empty() {
        String name = "test" + ONLY.number.incrementAndGet();
        ONLY.create(name, "template0");
        return ONLY.settings(name);
    }

    private DatabaseSettings.External settings(String name) {
        return new DatabaseSettings.External(postgres.url(name), postgres.user(), postgres.password());
    }

    private void create(String name, String template) {
        try (Connection connection = postgres.admin();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER diban TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop(Path folder) {
        postgres.close();
        try {
            PostgresBinaries.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
