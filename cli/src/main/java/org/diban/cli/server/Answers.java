package org.diban.cli.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** Reads what a server says about problems. */
public final class Answers {
    private Answers() {}

    /**
     * The problems of a document of RFC 9457, in its member {@code problems}.
     *
     * @throws JsonException if it has none or they are not written as Diban writes them
     */
    static List<Problem> problems(JsonObject document) {
        List<Problem> problems = new ArrayList<>();
        for (JsonObject json : document.objects("problems")) {
            JsonObject place = json.objectOrNull("location");
            problems.add(new Problem(
                    json.string("code"),
                    kind(json.string("kind")),
                    text(json.object("message")),
                    place == null ? Location.NOWHERE : location(place)));
        }
        if (problems.isEmpty()) {
            throw new JsonException("no problem is named");
        }
        return problems;
    }

    /** A problem of a report: its words and its place are members beside each other. */
    public static Problem reported(JsonObject json) {
        return new Problem(json.string("code"), kind(json.string("kind")), text(json), location(json));
    }

    private static Text text(JsonObject json) {
        return new Text(json.string("zh"), json.string("en"));
    }

    private static ProblemKind kind(String name) {
        return Stream.of(ProblemKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new JsonException("unknown kind of problem " + name));
    }

    private static Location location(JsonObject json) {
        return new Location(
                json.stringOrNull("file"), number(json, "line"), number(json, "column"), json.stringOrNull("field"));
    }

    private static int number(JsonObject json, String name) {
        return Math.clamp(json.numberOr(name, 0), 0, Integer.MAX_VALUE);
    }
}
