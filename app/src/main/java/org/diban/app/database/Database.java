package org.diban.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open database whose schemas are up to date. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres server;

    private Database(HikariDataSource pool, @Nullable EmbeddedPostgres server) {
        this.pool = pool;
        this.server = server;
    }

    /**
     * Opens the database: starts the embedded server when that is the one meant, connects, and brings every schema up to date.
     *
     * @throws org.diban.kernel.problem.ProblemException with a {@link DatabaseProblem} when that cannot be done; nothing stays open then
     */
    public static Database open(DatabaseSettings settings) {
        Database database = connect(settings);
        try {
            Migrations.run(database.pool);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Opens the database as it stands, for reading: no schema is changed, and the embedded server of a folder that another process holds is used
     * while that process goes on. A server that is not running is started and, at the end, stopped again.
     *
     * @throws org.diban.kernel.problem.ProblemException with a {@link DatabaseProblem} when that cannot be done; nothing stays open then
     */
    public static Database visit(DatabaseSettings settings) {
        if (settings instanceof DatabaseSettings.Embedded embedded) {
            Optional<EmbeddedPostgres> running = EmbeddedPostgres.attach(embedded.folder());
            if (running.isPresent()) {
                EmbeddedPostgres server = running.get();
                return new Database(pool(server.url(), server.user(), server.password()), server);
            }
            if (!EmbeddedPostgres.exists(embedded.folder())) {
                throw DatabaseProblem.NO_DATABASE.exception(embedded.folder().root());
            }
        }
        return connect(settings);
    }

    /**
     * Opens a database without any of our schemas and brings it to the versions given, for a restore.
     *
     * @param versions the version of each schema; schemas that are not named stay absent
     * @throws org.diban.kernel.problem.ProblemException with {@link DatabaseProblem#NOT_EMPTY} or {@link DatabaseProblem#MIGRATION}; nothing stays then
     */
    public static Database create(DatabaseSettings settings, Map<String, String> versions) {
        Database database = connect(settings);
        try {
            List<String> present = JdbcClient.create(database.pool)
                    .sql("SELECT nspname FROM pg_namespace WHERE nspname IN (:names)")
                    .param("names", Schemas.IN_ORDER)
                    .query((row, n) -> row.getString(1))
                    .list();
            if (!present.isEmpty()) {
                throw DatabaseProblem.NOT_EMPTY.exception(settings, String.join(", ", present));
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        try {
            Migrations.run(database.pool, versions);
            return database;
        } catch (RuntimeException e) {
            database.dropSchemas();
            database.close();
            throw e;
        }
    }

    /** Drops every schema of ours with all that is in it: the way back from a restore that did not succeed. */
    public void dropSchemas() {
        JdbcClient jdbc = JdbcClient.create(pool);
        for (String schema : Schemas.IN_ORDER.reversed()) {
            jdbc.sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE").update();
        }
    }

    private static Database connect(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Embedded embedded -> {
                EmbeddedPostgres server = EmbeddedPostgres.start(embedded.folder());
                yield new Database(pool(server.url(), server.user(), server.password()), server);
            }
            case DatabaseSettings.External external -> {
                HikariDataSource pool = pool(external.url(), external.user(), external.password());
                yield new Database(checked(pool), null);
            }
        };
    }

    /** The pool of connections. Closed with this database. */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether no other process can be using this database: the embedded server belongs to the process that started it. */
    public boolean isOurs() {
        return server != null && server.isHeld();
    }

    /** Closes the connections, then stops the embedded server if there is one. */
    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }

    private static HikariDataSource checked(HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            Durability.check(connection);
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw DatabaseProblem.UNREACHABLE.because(e, pool.getJdbcUrl(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("diban");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "diban");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw DatabaseProblem.UNREACHABLE.because(e, url, String.valueOf(e.getMessage()));
        }
    }
}
