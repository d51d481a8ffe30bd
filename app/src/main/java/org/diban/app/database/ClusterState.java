package org.diban.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;

/**
 * What must be remembered about the embedded server of a data folder, kept in {@code postgres.json} (mode 0600).
 *
 * @param port the TCP port on 127.0.0.1
 * @param adminPassword the password of the superuser {@value #ADMIN}
 * @param password the password of the application's user {@value #USER}
 */
record ClusterState(int port, String adminPassword, String password) {
    static final String ADMIN = "diban_admin";
    static final String USER = "diban";

    private static final String FILE = "postgres.json";

    static ClusterState create(int port, SecureRandom random) {
        return new ClusterState(port, password(random), password(random));
    }

    ClusterState withPort(int other) {
        return new ClusterState(other, adminPassword, password);
    }

    static ClusterState read(DataFolder folder) {
        try {
            JsonObject json =
                    JsonReader.readObject(Files.readAllBytes(folder.root().resolve(FILE)));
            return new ClusterState((int) json.number("port"), json.string("adminPassword"), json.string("password"));
        } catch (IOException | JsonException e) {
            throw DatabaseProblem.NO_STATE.because(e, folder.root());
        }
    }

    void write(DataFolder folder) {
        folder.write(
                FILE,
                JsonObject.builder()
                        .put("port", port)
                        .put("adminPassword", adminPassword)
                        .put("password", password)
                        .build()
                        .canonicalBytes());
    }

    /** The state without its passwords. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
