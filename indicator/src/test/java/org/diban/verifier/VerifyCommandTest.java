package org.diban.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.proof.FormBundle;
import org.diban.indicator.proof.SampleForm;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private final SampleForm sample = SampleForm.finalised();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private String bundle = "";

    @BeforeEach
    void write_a_bundle() throws IOException {
        Path file = folder.resolve("form.zip");
        try (OutputStream stream = Files.newOutputStream(file)) {
            FormBundle.write(sample, sample.state(), MeasureCatalogue.standard(), new TreeMap<>(), stream);
        }
        bundle = file.toString();
    }

    @Test
    void a_true_bundle_is_proved_in_chinese_first() {
        assertThat(run(bundle, "--key", key())).isZero();
        assertThat(text(out)).contains("✓ 已证明  网络可用率 实际完成值 99.84(%)").contains("结论：全部");
        assertThat(text(out)).doesNotContain("公钥取自证据包本身");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void without_a_key_the_fingerprint_is_shown_to_be_compared() {
        assertThat(run(bundle, "--lang", "en")).isZero();
        assertThat(text(out))
                .contains("The key is the bundle's own")
                .contains(sample.keys().getFirst().fingerprint())
                .contains("Verdict: proved");
    }

    @Test
    void a_key_may_stand_in_a_file() throws IOException {
        Path keys = folder.resolve("keys.txt");
        Files.write(keys, List.of("", key()));
        assertThat(run(bundle, "--key", keys.toString())).isZero();
    }

    @Test
    void another_key_or_too_few_witnesses_is_not_proved() {
        assertThat(run(bundle, "--key", SampleForm.finalised().keys().getFirst().toString()))
                .isEqualTo(1);
        assertThat(text(out)).contains("EVID-1014").contains("结论：未证明");
        assertThat(run(bundle, "--key", key(), "--witnesses", "1")).isEqualTo(1);
        assertThat(text(out)).contains("EVID-1015");
    }

    @Test
    void json_says_the_same_in_both_languages() {
        assertThat(run(bundle, "--json")).isZero();
        JsonObject json = JsonReader.readObject(text(out));
        assertThat(json.bool("proved")).isTrue();
        assertThat(json.string("origin")).isEqualTo("sample.example/log");
        assertThat(json.objects("claims"))
                .anySatisfy(claim -> assertThat(claim.string("id")).isEqualTo("figure:total.score"));
    }

    @Test
    void a_damaged_bundle_fails_with_its_reason() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(bundle));
        Files.write(Path.of(bundle), java.util.Arrays.copyOf(bytes, bytes.length - 30));
        assertThat(run(bundle, "--lang", "en")).isEqualTo(1);
        assertThat(text(out)).contains("EVID-1001").contains("Verdict: not proved");
    }

    @Test
    void wrong_arguments_are_named_and_nothing_is_verified() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--lang")).isEqualTo(2);
        assertThat(run(bundle, "--lang", "fr")).isEqualTo(2);
        assertThat(run(bundle, "--key", "no key")).isEqualTo(2);
        assertThat(run(bundle, "--key")).isEqualTo(2);
        assertThat(run(bundle, "--witnesses", "1")).isEqualTo(2);
        assertThat(run(bundle, "--key", key(), "--witnesses", "x")).isEqualTo(2);
        assertThat(run(bundle, "--what")).isEqualTo(2);
        assertThat(run("--lang", "en", folder.resolve("nothing.zip").toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("There is no file").contains("用法").contains("--what");
        assertThat(text(out)).isEmpty();
    }

    private String key() {
        return sample.keys().getFirst().toString();
    }

    private int run(String... arguments) {
        return VerifyCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
