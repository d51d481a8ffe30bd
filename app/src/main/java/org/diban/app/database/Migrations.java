package org.diban.app.database;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The way of every schema to its newest version. */
final class Migrations {
    private Migrations() {}

    /**
     * Brings the schemas up to date, in their order. Several processes may do this at once; each step is done by one of them, in one transaction.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#MIGRATION} at the first schema that cannot follow
     */
    static void run(DataSource database) {
        for (String schema : Schemas.IN_ORDER) {
            migrate(schema, of(schema, database).load());
        }
    }

    /**
     * Brings the schemas that are named to the versions given, and no further.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#MIGRATION}, also when this build does not know a version
     */
    static void run(DataSource database, Map<String, String> versions) {
        for (String schema : Schemas.IN_ORDER) {
            String version = versions.get(schema);
            if (version != null) {
                migrate(schema, of(schema, database).target(version).load());
            }
        }
    }

    private static void migrate(String schema, Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw DatabaseProblem.MIGRATION.because(e, schema, String.valueOf(e.getMessage()));
        }
    }

    private static FluentConfiguration of(String schema, DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .table("migration")
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }
}
