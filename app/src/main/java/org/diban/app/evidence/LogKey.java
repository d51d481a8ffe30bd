package org.diban.app.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.diban.app.database.DataFolder;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.evidence.checkpoint.SigningKey;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.ProblemException;

/** The key that signs this log: a file of mode 0600 in the data folder, made at the first start, never in the database. */
public final class LogKey {
    private static final String FILE = "log-key.json";

    private LogKey() {}

    /**
     * The key of a data folder, made when there is none.
     *
     * @throws ProblemException EVLG-1009 when the file cannot be read or is not a key of this log
     */
    public static SigningKey of(DataFolder folder, String origin, SignatureType type, SecureRandom random) {
        Path file = folder.root().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                SigningKey key = SigningKey.generate(origin, type, random);
                folder.write(
                        FILE,
                        JsonObject.builder()
                                .put("name", origin)
                                .put("type", type.name())
                                .put("secret", HexFormat.of().formatHex(key.secret()))
                                .build()
                                .canonicalBytes());
                return key;
            }
            return read(file, origin);
        } catch (IOException | JsonException | IllegalArgumentException e) {
            throw new ProblemException(EvidenceProblem.KEY_FILE.problem(FILE, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * The public half of the key of a data folder; nothing when there is no key.
     *
     * @throws ProblemException EVLG-1009 when the file cannot be read or is not a key of this log
     */
    public static Optional<VerifierKey> find(DataFolder folder, String origin) {
        Path file = folder.root().resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(read(file, origin).verifierKey()) : Optional.empty();
        } catch (IOException | JsonException | IllegalArgumentException e) {
            throw new ProblemException(EvidenceProblem.KEY_FILE.problem(FILE, String.valueOf(e.getMessage())), e);
        }
    }

    private static SigningKey read(Path file, String origin) throws IOException {
        JsonObject json = JsonReader.readObject(Files.readAllBytes(file));
        if (!json.string("name").equals(origin)) {
            throw new IllegalArgumentException("the key is of another log");
        }
        return new SigningKey(
                origin,
                SignatureType.valueOf(json.string("type")),
                HexFormat.of().parseHex(json.string("secret")));
    }
}
