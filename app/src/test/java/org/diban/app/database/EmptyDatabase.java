package org.diban.app.database;

/** A new database of the test server without any schema. */
public final class EmptyDatabase {
    private EmptyDatabase() {}

    public static DatabaseSettings.External create() {
        return TestServer.empty();
    }
}
