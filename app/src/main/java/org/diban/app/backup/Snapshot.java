package org.diban.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diban.app.backup.Manifest.Checkpoint;
import org.diban.app.backup.Manifest.SequenceValue;
import org.diban.app.database.Schemas;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Our schemas as one transaction sees them. Works on a connection whose transaction the caller ends. */
final class Snapshot {
    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /**
     * A table that can be copied.
     *
     * @param columns those that are stored and not computed, in their order
     * @param order the SQL by which its rows are put in an order that does not depend on the database's locale
     */
    record Table(String schema, String name, List<String> columns, String order) {
        /** The name in SQL. */
        String sql() {
            return quote(schema) + "." + quote(name);
        }
    }

    /** Looks at the database through this connection, in whose session values get the same text whatever the server's settings are. */
    static Snapshot of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL timezone = 'UTC'");
            statement.execute("SET LOCAL datestyle = 'ISO, YMD'");
            statement.execute("SET LOCAL intervalstyle = 'postgres'");
            statement.execute("SET LOCAL bytea_output = 'hex'");
            statement.execute("SET LOCAL extra_float_digits = 1");
        }
        return new Snapshot(connection);
    }

    /** The version of each of our schemas that is there. */
    Map<String, String> versions() throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        for (String schema : Schemas.IN_ORDER) {
            if (exists(schema + ".migration")) {
                String version = string("SELECT version FROM " + quote(schema)
                        + ".migration WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1");
                if (version != null) {
                    versions.put(schema, version);
                }
            }
        }
        return versions;
    }

    /** The tables of our schemas, each after those that it refers to; without the histories of the migrations. */
    List<Table> tables() throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT c.oid, n.nspname, c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration'
                ORDER BY array_position(?, n.nspname::text), c.relname COLLATE "C" """)) {
            query.setArray(1, schemas());
            query.setArray(2, schemas());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long oid = rows.getLong(1);
                    tables.put(oid, new Table(rows.getString(2), rows.getString(3), columns(oid), order(oid)));
                }
            }
        }
        return sorted(tables);
    }

    /** Where the sequences of our schemas stand. */
    List<SequenceValue> sequences() throws SQLException {
        List<SequenceValue> values = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT n.nspname, c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind = 'S'
                ORDER BY 1, 2""")) {
            query.setArray(1, schemas());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    values.add(sequence(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return values;
    }

    void set(SequenceValue value) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            call.setString(1, quote(value.schema()) + "." + quote(value.name()));
            call.setLong(2, value.last());
            call.setBoolean(3, value.called());
            call.execute();
        }
    }

    /** The newest checkpoint of the evidence log; {@code null} when there is none. */
    @Nullable
    Checkpoint evidence() throws SQLException {
        if (!exists("evidence.checkpoint")) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT size, encode(root, 'hex') FROM evidence.checkpoint ORDER BY size DESC LIMIT 1")) {
            return rows.next() ? new Checkpoint(rows.getLong(1), rows.getString(2)) : null;
        }
    }

    /** Writes the rows of a table and returns their number. */
    long copyOut(Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (SELECT " + list(table.columns()) + " FROM " + table.sql() + " t ORDER BY "
                                + table.order() + ") TO STDOUT (ENCODING 'UTF8')",
                        out);
    }

    /** Adds rows to a table and returns their number. */
    long copyIn(Table table, List<String> columns, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.sql() + " (" + list(columns) + ") FROM STDIN (ENCODING 'UTF8')", in);
    }

    /** Empties the tables and puts their triggers to sleep: they speak of what people do, not of a restore. */
    void beginLoad(List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                statement.execute("ALTER TABLE " + table.sql() + " DISABLE TRIGGER USER");
            }
            if (!tables.isEmpty()) {
                statement.execute("TRUNCATE " + tables.stream().map(Table::sql).collect(Collectors.joining(", ")));
            }
        }
    }

    /** Checks what was left to the end of the transaction, and wakes the triggers. */
    void endLoad(List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            for (Table table : tables) {
                statement.execute("ALTER TABLE " + table.sql() + " ENABLE TRIGGER USER");
            }
        }
    }

    private List<String> columns(long table) throws SQLException {
        return strings("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum""", table);
    }

    /** By the primary key, texts by their bytes; a table without a key by the bytes of its whole rows. */
    private String order(long table) throws SQLException {
        List<String> key = strings("""
                SELECT quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
                FROM pg_index i
                CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                WHERE i.indrelid = ? AND i.indisprimary
                ORDER BY k.place""", table);
        return key.isEmpty() ? "t::text COLLATE \"C\"" : String.join(", ", key);
    }

    private List<Table> sorted(Map<Long, Table> tables) throws SQLException {
        Map<Long, Set<Long>> needs = new LinkedHashMap<>();
        tables.keySet().forEach(table -> needs.put(table, new TreeSet<>()));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT conrelid, confrelid FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid")) {
            while (rows.next()) {
                Set<Long> needed = needs.get(rows.getLong(1));
                if (needed != null && tables.containsKey(rows.getLong(2))) {
                    needed.add(rows.getLong(2));
                }
            }
        }
        Set<Long> placed = new LinkedHashSet<>();
        while (placed.size() < tables.size()) {
            List<Long> next = needs.keySet().stream()
                    .filter(table -> !placed.contains(table) && placed.containsAll(needs.getOrDefault(table, Set.of())))
                    .toList();
            if (next.isEmpty()) {
                throw BackupProblem.REFERENCE_CYCLE.exception(tables.entrySet().stream()
                        .filter(table -> !placed.contains(table.getKey()))
                        .map(table -> table.getValue().sql())
                        .collect(Collectors.joining(", ")));
            }
            placed.addAll(next);
        }
        List<Table> sorted = new ArrayList<>();
        for (Long table : placed) {
            Table found = tables.get(table);
            if (found != null) {
                sorted.add(found);
            }
        }
        return sorted;
    }

    private SequenceValue sequence(String schema, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT last_value, is_called FROM " + quote(schema) + "." + quote(name))) {
            row.next();
            return new SequenceValue(schema, name, row.getLong(1), row.getBoolean(2));
        }
    }

    private boolean exists(String relation) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?)")) {
            query.setString(1, relation);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1) != null;
            }
        }
    }

    private @Nullable String string(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private List<String> strings(String sql, long oid) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, oid);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private java.sql.Array schemas() throws SQLException {
        return connection.createArrayOf("text", Schemas.IN_ORDER.toArray());
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Snapshot::quote).collect(Collectors.joining(", "));
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
