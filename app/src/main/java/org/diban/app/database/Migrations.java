package org.diban.app.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
            try {
                of(schema, database).migrate();
            } catch (FlywayException e) {
                throw DatabaseProblem.MIGRATION.because(e, schema, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Flyway of(String schema, DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .table("migration")
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }
}
