package org.diban.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The real data that some tests measure themselves against and that is not part of the project: a folder {@code shared} beside the
 * checkout, or the one that the environment variable {@code DIBAN_SHARED} names.
 */
public final class DistrictData {
    private DistrictData() {}

    /** The file or folder, or nothing when it is not there. */
    public static Optional<Path> find(String name) {
        String override = System.getenv("DIBAN_SHARED");
        if (override != null) {
            return Optional.of(Path.of(override, name)).filter(Files::exists);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The file or folder; where it is absent the test is skipped, and the reason is printed. */
    public static Path require(String name) {
        Optional<Path> file = find(name);
        if (file.isEmpty()) {
            System.out.println("SKIPPED: " + name
                    + " is not here; put the district's data into a folder shared beside the checkout");
        }
        Assumptions.assumeTrue(file.isPresent(), () -> name + " is not here");
        return file.orElseThrow();
    }
}
