package org.diban.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The settings without which PostgreSQL may lose what it has confirmed. */
final class Durability {
    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private Durability() {}

    /**
     * Looks at the settings that are in force.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#NOT_DURABLE} when one is off
     */
    static void check(Connection connection) throws SQLException {
        for (String setting : SETTINGS) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW " + setting)) {
                rows.next();
                if (rows.getString(1).equals("off")) {
                    throw DatabaseProblem.NOT_DURABLE.exception(setting, "off");
                }
            }
        }
    }
}
