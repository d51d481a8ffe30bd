package org.diban.indicator.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diban.evidence.bundle.BundleWriter;
import org.diban.evidence.log.StreamHeads.HeadProof;
import org.diban.evidence.merkle.Hash;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.evidence.merkle.TiledTree;
import org.diban.indicator.ledger.Figure;
import org.diban.indicator.ledger.FormChange;
import org.diban.indicator.ledger.FormState;
import org.diban.indicator.ledger.RuleRef;
import org.diban.indicator.measure.ContentDigest;
import org.diban.indicator.measure.Measure;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.indicator.measure.MeasureKey;
import org.diban.indicator.measure.RowRange;
import org.diban.indicator.score.RuleSets;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;

/** Writes the bundle of a form. */
public final class FormBundle {
    private FormBundle() {}

    /**
     * Writes a bundle of a form as it stands after its first facts; a draft is marked as one.
     *
     * @param state the form; all its facts must be sealed
     * @param measures where the definitions are found
     * @param files content of the files to go with it, by digest; may be empty
     * @throws org.diban.kernel.problem.ProblemException PROOF-1001 if a fact is not sealed yet
     */
    public static void write(
            LogSnapshot log,
            FormState state,
            MeasureCatalogue measures,
            SortedMap<String, InputStream> files,
            OutputStream out)
            throws IOException {
        SortedSet<String> streams = streams(state);
        List<HeadProof> heads = log.heads().prove(streams);
        long sealed = heads.stream()
                .filter(proof -> proof.head().stream().equals(state.stream()))
                .mapToLong(proof -> proof.head().next())
                .findFirst()
                .orElse(0);
        if (sealed < state.length()) {
            throw ProofProblem.NOT_SEALED.exception(state.length(), sealed);
        }
        try (BundleWriter bundle = new BundleWriter(out, log.checkpoint(), log.keys())) {
            for (Map.Entry<String, JsonObject> definition :
                    definitions(state, measures).entrySet()) {
                bundle.definition(definition.getKey(), definition.getValue());
            }
            bundle.claim(FormClaims.FORM, claims(state));
            bundle.heads(heads);
            bundle.rows(
                    log.rows(streams),
                    new TiledTree(log.checkpoint().checkpoint().algorithm(), log.tiles()));
            for (Map.Entry<String, InputStream> file : files.entrySet()) {
                String digest = new ContentDigest(file.getKey()).text();
                int colon = digest.indexOf(':');
                bundle.file(
                        HashAlgorithm.of(digest.substring(0, colon)).orElseThrow(),
                        Hash.ofHex(digest.substring(colon + 1)),
                        file.getValue());
            }
            bundle.finish();
        }
    }

    /** The streams that a bundle of the form holds: its own, and those that its measured figures were computed from. */
    public static SortedSet<String> streams(FormState state) {
        SortedSet<String> streams = new TreeSet<>();
        streams.add(state.stream());
        FormFigures.measured(state)
                .flatMap(figure -> FormFigures.result(figure).stream())
                .flatMap(result -> FormFigures.rows(result).stream())
                .map(RowRange::stream)
                .forEach(streams::add);
        return streams;
    }

    /** The content of {@code claims/form.json}. */
    static JsonObject claims(FormState state) {
        return JsonObject.builder()
                .put(
                        "figures",
                        FormFigures.of(state).stream().map(FormFigure::json).toList())
                .put("form", state.formJson())
                .put("format", FormClaims.FORMAT)
                .put("length", state.length())
                .put(
                        "measured",
                        FormFigures.measured(state).map(FormBundle::measured).toList())
                .put("scores", state.scores())
                .put("status", state.status() == FormState.Status.FINAL ? "final" : "draft")
                .put("stream", state.stream())
                .put("version", state.version())
                .build();
    }

    private static JsonObject measured(Figure figure) {
        if (!(figure.change() instanceof FormChange.FigureMeasured measured)) {
            throw new IllegalArgumentException("not a measured figure");
        }
        return JsonObject.builder()
                .put("fact", figure.fact().seq())
                .put("indicator", measured.indicator())
                .put("result", measured.result().json())
                .build();
    }

    private static SortedMap<String, JsonObject> definitions(FormState state, MeasureCatalogue measures) {
        SortedMap<String, JsonObject> definitions = new TreeMap<>();
        definitions.put(name(state.rules()), rules(state.rules()));
        state.form().indicators().stream()
                .flatMap(i -> state.figure(i.id()).stream())
                .map(FormBundle::key)
                .forEach(key -> {
                    if (key != null) {
                        Measure measure = measures.find(key.ref())
                                .filter(m -> m.key().equals(key))
                                .orElseThrow(() -> ProofProblem.DEFINITION_UNKNOWN.exception(name(key)));
                        definitions.put(name(key), measure.json());
                    }
                });
        return definitions;
    }

    private static @org.jspecify.annotations.Nullable MeasureKey key(Figure figure) {
        return switch (figure.change()) {
            case FormChange.FigureMeasured measured -> measured.result().measure();
            case FormChange.FigureEntered entered -> entered.measure();
            default -> null;
        };
    }

    /** The definition's name in a bundle. */
    static String name(MeasureKey key) {
        return "measure-" + key.id() + "." + key.version();
    }

    /** The rule set's name in a bundle. */
    static String name(RuleRef rules) {
        return "rules-" + rules.id() + "." + rules.version();
    }

    /** A shipped rule set as it is published. */
    static JsonObject rules(RuleRef rules) {
        try (InputStream in = RuleSets.class.getResourceAsStream(rules.id() + "-" + rules.version() + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the rule set " + name(rules) + " is not packed");
            }
            return JsonReader.readObject(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
