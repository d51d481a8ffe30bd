package org.diban.app.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds.
 *
 * @param createdAt when its snapshot was taken
 * @param schemas the version of each schema
 * @param tables the tables in the order in which they can be loaded
 * @param sequences where the sequences stand, at or after the snapshot
 * @param evidence the newest checkpoint of the evidence log; {@code null} when there is none
 */
record Manifest(
        Instant createdAt,
        Map<String, String> schemas,
        List<Entry> tables,
        List<SequenceValue> sequences,
        @Nullable Checkpoint evidence) {
    static final String FORMAT = "diban-backup/1";

    /**
     * A table in the archive.
     *
     * @param bytes the size of its entry, uncompressed
     * @param sha256 of the entry, uncompressed, in lower-case hexadecimal digits
     */
    record Entry(String schema, String table, List<String> columns, long rows, long bytes, String sha256) {
        /** The name in the archive. */
        String path() {
            return "tables/" + schema + "." + table + ".copy";
        }
    }

    /** Where a sequence stands. {@code called} as PostgreSQL's {@code is_called}. */
    record SequenceValue(String schema, String name, long last, boolean called) {}

    /** The size and root hash (hexadecimal) of the evidence log. */
    record Checkpoint(long size, String root) {}

    Manifest {
        schemas = Map.copyOf(schemas);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    JsonObject write() {
        Map<String, JsonValue> versions = new TreeMap<>();
        schemas.forEach((schema, version) -> versions.put(schema, JsonValue.of(version)));
        return JsonObject.builder()
                .put("format", FORMAT)
                .put("createdAt", createdAt.toString())
                .put("schemas", JsonObject.builder().putAll(versions).build())
                .put("tables", tables.stream().map(Manifest::write).toList())
                .put("sequences", sequences.stream().map(Manifest::write).toList())
                .put(
                        "evidence",
                        evidence == null
                                ? null
                                : JsonObject.builder()
                                        .put("size", evidence.size())
                                        .put("root", evidence.root())
                                        .build())
                .build();
    }

    private static JsonObject write(Entry entry) {
        return JsonObject.builder()
                .put("schema", entry.schema())
                .put("table", entry.table())
                .put("columns", entry.columns().stream().map(JsonValue::of).toList())
                .put("rows", entry.rows())
                .put("bytes", entry.bytes())
                .put("sha256", entry.sha256())
                .build();
    }

    private static JsonObject write(SequenceValue value) {
        return JsonObject.builder()
                .put("schema", value.schema())
                .put("name", value.name())
                .put("last", String.valueOf(value.last()))
                .put("called", value.called())
                .build();
    }

    /**
     * Reads a manifest of this format.
     *
     * @throws org.diban.kernel.json.JsonException if it does not follow the schema
     */
    static Manifest read(JsonObject json) {
        JsonObject versions = json.object("schemas");
        Map<String, String> schemas = new TreeMap<>();
        versions.members().keySet().forEach(name -> schemas.put(name, versions.string(name)));
        JsonObject evidence = json.objectOrNull("evidence");
        return new Manifest(
                Instant.parse(json.string("createdAt")),
                schemas,
                json.objects("tables").stream()
                        .map(table -> new Entry(
                                table.string("schema"),
                                table.string("table"),
                                table.strings("columns"),
                                table.number("rows"),
                                table.number("bytes"),
                                table.string("sha256")))
                        .toList(),
                json.objects("sequences").stream()
                        .map(sequence -> new SequenceValue(
                                sequence.string("schema"),
                                sequence.string("name"),
                                Long.parseLong(sequence.string("last")),
                                sequence.bool("called")))
                        .toList(),
                evidence == null ? null : new Checkpoint(evidence.number("size"), evidence.string("root")));
    }
}
