package org.diban.indicator.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diban.indicator.form.MeasureRef;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;

/**
 * All definitions with all their versions, and the names by which indicators of forms are known to mean them.
 *
 * <p>Immutable. Reading it checks every definition: versions are there from 1 without gaps, no figure is rounded in favour of the reporter, and
 * the guards fit the statistic.
 */
public final class MeasureCatalogue {
    private final SortedMap<String, List<Measure>> versions;
    private final SortedMap<String, String> names;

    private MeasureCatalogue(SortedMap<String, List<Measure>> versions, SortedMap<String, String> names) {
        this.versions = versions;
        this.names = names;
    }

    /** The definitions that come with Diban. Reads them anew at each call. */
    public static MeasureCatalogue standard() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        new String(resource("catalogue.txt"), StandardCharsets.UTF_8)
                .lines()
                .forEach(name -> files.put(name, resource(name)));
        return read(files, resource("names.json"));
    }

    /**
     * Reads definitions.
     *
     * @param files one definition each, by the name to show in problems
     * @param names a JSON object from the name of an indicator to the identifier of a measure
     * @throws ProblemException with everything that is wrong with them
     */
    public static MeasureCatalogue read(Map<String, byte[]> files, byte[] names) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, SortedMap<Integer, Measure>> found = new TreeMap<>();
        files.forEach((file, bytes) -> {
            Location place = Location.file(file);
            try {
                Measure measure = MeasureJson.read(JsonReader.readObject(bytes));
                problems.addAll(MeasureChecks.check(measure, place));
                Measure other = found.computeIfAbsent(measure.id(), id -> new TreeMap<>())
                        .put(measure.version(), measure);
                if (other != null) {
                    problems.add(MeasureProblem.DEFINED_TWICE.at(place, measure.id(), measure.version()));
                }
            } catch (JsonException e) {
                problems.add(MeasureProblem.NOT_A_DEFINITION.at(place.line(e.line()), String.valueOf(e.getMessage())));
            }
        });
        SortedMap<String, List<Measure>> versions = new TreeMap<>();
        found.forEach((id, all) -> {
            for (int version = 1; version < all.lastKey(); version++) {
                if (!all.containsKey(version)) {
                    problems.add(MeasureProblem.VERSION_MISSING.problem(id, all.lastKey(), version));
                }
            }
            versions.put(id, List.copyOf(all.values()));
        });
        SortedMap<String, String> named = readNames(names, versions, problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new MeasureCatalogue(versions, named);
    }

    private static SortedMap<String, String> readNames(
            byte[] bytes, SortedMap<String, List<Measure>> versions, List<Problem> problems) {
        SortedMap<String, String> names = new TreeMap<>();
        Location place = Location.file("names.json");
        try {
            JsonObject json = JsonReader.readObject(bytes);
            for (String name : json.members().keySet()) {
                String id = json.string(name);
                names.put(name, id);
                if (!versions.containsKey(id)) {
                    problems.add(MeasureProblem.UNKNOWN_MEASURE.at(place, name, id));
                }
            }
        } catch (JsonException e) {
            problems.add(MeasureProblem.NOT_A_DEFINITION.at(place.line(e.line()), String.valueOf(e.getMessage())));
        }
        return names;
    }

    /** The newest version of every measure, by identifier. */
    public Collection<Measure> current() {
        return versions.values().stream().map(List::getLast).toList();
    }

    /** The newest version. */
    public Optional<Measure> find(String id) {
        return Optional.ofNullable(versions.get(id)).map(List::getLast);
    }

    /** One version. */
    public Optional<Measure> find(MeasureRef ref) {
        return Optional.ofNullable(versions.get(ref.id()))
                .filter(all -> ref.version() >= 1 && ref.version() <= all.size())
                .map(all -> all.get(ref.version() - 1));
    }

    /** The newest version of the measure that an indicator of this name (三级指标) is known to mean. */
    public Optional<Measure> forIndicator(String level3) {
        return Optional.ofNullable(names.get(level3)).flatMap(this::find);
    }

    /** The known names of indicators, each with its measure's identifier. */
    public SortedMap<String, String> names() {
        return java.util.Collections.unmodifiableSortedMap(names);
    }

    private static byte[] resource(String name) {
        try (InputStream in = MeasureCatalogue.class.getResourceAsStream("definitions/" + name)) {
            if (in == null) {
                throw new AssertionError("the definition " + name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
