package org.diban.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.diban.evidence.checkpoint.SignatureType;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.proof.FormBundle;
import org.diban.indicator.proof.SampleForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packed verifier, run as a supervisor runs it: a process of its own with nothing but the jar. */
class VerifierJarIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void the_jar_alone_verifies_a_bundle(SignatureType type) throws IOException, InterruptedException {
        SampleForm sample = SampleForm.finalised(type);
        Path bundle = folder.resolve("form.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            FormBundle.write(sample, sample.state(), MeasureCatalogue.standard(), new TreeMap<>(), out);
        }
        String key = sample.keys().getFirst().toString();
        assertThat(run(bundle, key)).contains("结论：全部").endsWith("exit 0");
        assertThat(run(bundle, SampleForm.finalised().keys().getFirst().toString()))
                .contains("EVID-1014")
                .endsWith("exit 1");
    }

    @Test
    void the_jar_is_small_and_holds_no_server() throws IOException {
        assertThat(Files.size(jar())).isLessThan(4_000_000);
        try (JarFile file = new JarFile(jar().toFile())) {
            assertThat(file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/diban/") || name.startsWith("org/bouncycastle/"))
                    .noneMatch(name -> name.startsWith("org/diban/indicator/format/")
                            && !name.startsWith("org/diban/indicator/format/json/"));
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-verifier.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String run(Path bundle, String key) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toAbsolutePath().toString(),
                        bundle.toString(),
                        "--key",
                        key))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(folder.toFile())
                .start();
        int exit = process.waitFor();
        return Files.readString(output, StandardCharsets.UTF_8) + "exit " + exit;
    }
}
