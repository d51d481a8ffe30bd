package org.diban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.diban.kernel.json.JsonReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code sample-proof.zip}: a made-up form with one measured figure, as {@code diban-proof/1} was first written. */
class VerifyCommandTest {
    @TempDir
    Path folder = Path.of("");

    private Path bundle = Path.of("");

    @BeforeEach
    void the_bundle_is_in_the_folder() throws IOException {
        bundle = folder.resolve("proof.zip");
        try (InputStream in = Objects.requireNonNull(VerifyCommandTest.class.getResourceAsStream("sample-proof.zip"))) {
            Files.copy(in, bundle);
        }
    }

    /** The log's public key, as its bundle carries it. */
    private String key() throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("keys.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void a_bundle_is_proved_figure_by_figure() throws IOException {
        Session session = Session.run("verify", bundle);
        assertThat(session.status()).isZero();
        assertThat(session.out()).contains("proved").contains("网络可用率").contains("fingerprint");
        assertThat(session.lastLine()).startsWith("Verdict: proved");
        assertThat(JsonReader.readObject(Session.run("verify", bundle, "--json").out())
                        .bool("proved"))
                .isTrue();
    }

    @Test
    void a_changed_byte_is_not_proved() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        for (int at : new int[] {60, bytes.length / 3, bytes.length / 2, bytes.length - 100}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Path other = Files.write(folder.resolve("changed.zip"), changed);
            Session session = Session.run("verify", other);
            assertThat(session.status()).isEqualTo(1);
            assertThat(session.lastLine()).startsWith("Verdict: not proved");
        }
    }

    @Test
    void only_the_trusted_key_counts() throws IOException {
        assertThat(Session.run("verify", bundle, "--key", key()).status()).isZero();
        Path file = Files.writeString(folder.resolve("keys.txt"), key() + "\n\n");
        assertThat(Session.run("verify", bundle, "--key", file).status()).isZero();
        Session witnessed = Session.run("verify", bundle, "--key", key(), "--witnesses", "1");
        assertThat(witnessed.status()).isEqualTo(1);
    }

    @Test
    void wrong_arguments_end_with_2() throws IOException {
        assertThat(Session.run("verify").err()).contains("CLI-1002");
        assertThat(Session.run("verify", folder.resolve("nothing.zip")).err()).contains("CLI-1101");
        assertThat(Session.run("verify", bundle, "--key", "nonsense").err()).contains("CLI-1003");
        assertThat(Session.run("verify", bundle, "--witnesses", "1").err()).contains("--key");
        assertThat(Session.run("verify", bundle, "--key", key(), "--witnesses", "-1")
                        .status())
                .isEqualTo(2);
    }
}
