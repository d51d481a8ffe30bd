package org.diban.app.proof.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.diban.app.access.Audit;
import org.diban.app.access.People;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceFiles.StoredFile;
import org.diban.app.evidence.EvidenceLog;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.LogCatalogue.StreamFilter;
import org.diban.app.evidence.LogCatalogue.StreamOrder;
import org.diban.app.evidence.LogCatalogue.StreamState;
import org.diban.app.proof.EvidenceAddress;
import org.diban.app.proof.ProofProblem;
import org.diban.app.shell.Listing;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonArray;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Streams and facts for those who may see them. Whatever shows a fact is audited. */
@Service
class Facts {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final int CHUNK = 1000;

    private final Sight sight;
    private final Audit audit;
    private final People people;
    private final EvidenceLog log;
    private final EvidenceFiles files;
    private final LogCatalogue catalogue;
    private final Proofs proofs;

    Facts(
            Sight sight,
            Audit audit,
            People people,
            EvidenceLog log,
            EvidenceFiles files,
            LogCatalogue catalogue,
            Proofs proofs) {
        this.sight = sight;
        this.audit = audit;
        this.people = people;
        this.log = log;
        this.files = files;
        this.catalogue = catalogue;
        this.proofs = proofs;
    }

    /** A page of the streams that the person may see. */
    Listing<StreamState> streams(String text, StreamOrder order, boolean descending, long offset, int limit) {
        sight.requireAny();
        StreamFilter filter = new StreamFilter(text, sight.realms());
        return new Listing<>(
                catalogue.streams(filter, order, descending, offset, limit), catalogue.countStreams(filter));
    }

    /** All of them, read as they are taken. */
    Stream<StreamState> allStreams(String text, StreamOrder order, boolean descending) {
        sight.requireAny();
        StreamFilter filter = new StreamFilter(text, sight.realms());
        return chunks(catalogue.countStreams(filter))
                .flatMap(from -> catalogue.streams(filter, order, descending, from, CHUNK).stream());
    }

    /**
     * A stream.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002 or EVIEW-1001
     */
    StreamState stream(String name) {
        sight.require(name);
        return catalogue.stream(name).orElseThrow(() -> ProofProblem.NO_SUCH_STREAM.exception(name));
    }

    /** A page of a stream's facts. */
    Listing<Fact> page(String stream, @Nullable String kind, boolean descending, long offset, int limit) {
        stream(stream);
        audit.read("stream.read", stream);
        return new Listing<>(
                catalogue.facts(stream, kind, descending, offset, limit), catalogue.countFacts(stream, kind));
    }

    /** All of a stream's facts, read as they are taken. */
    Stream<Fact> all(String stream, @Nullable String kind, boolean descending) {
        stream(stream);
        audit.read("stream.exported", stream);
        return chunks(catalogue.countFacts(stream, kind))
                .flatMap(from -> catalogue.facts(stream, kind, descending, from, CHUNK).stream());
    }

    private static Stream<Long> chunks(long total) {
        return LongStream.iterate(0, from -> from < total, from -> from + CHUNK).boxed();
    }

    /** The kinds of a stream's facts. */
    List<String> kinds(String stream) {
        sight.require(stream);
        return catalogue.kinds(stream);
    }

    /**
     * The fact that an address names.
     *
     * @param step the stream's name as a step of the path
     * @param number its number
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002 or EVIEW-1011
     */
    FactRef ref(String step, String number) {
        String stream = EvidenceAddress.stream(step);
        sight.require(stream);
        if (!NUMBER.matcher(number).matches()) {
            throw ProofProblem.BAD_NUMBER.exception(number);
        }
        return new FactRef(stream, Long.parseLong(number));
    }

    /**
     * A fact.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002 or EVLG-1003
     */
    Fact fact(FactRef ref) {
        sight.require(ref.stream());
        Fact fact = log.find(ref).orElseThrow(() -> EvidenceProblem.NO_SUCH_FACT.exception(ref));
        audit.read("fact.read", ref.toString());
        return fact;
    }

    /** A fact with everything around it. */
    FactView view(FactRef ref) {
        Fact fact = fact(ref);
        return new FactView(
                fact,
                names(List.of(fact)).getOrDefault(fact.by(), fact.by()),
                proofs.of(fact).orElse(null),
                catalogue.corrections(ref),
                digests(fact).stream().flatMap(d -> files.find(d).stream()).toList(),
                log.length(ref.stream()) - 1);
    }

    /** The names of those who recorded facts. */
    Map<String, String> names(List<Fact> facts) {
        return people.names(facts.stream().map(Fact::by).collect(Collectors.toSet()));
    }

    /**
     * A file that a fact names.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002, EVLG-1003 or EVIEW-1002
     */
    StoredFile file(FactRef ref, String digest) {
        sight.require(ref.stream());
        Fact fact = log.find(ref).orElseThrow(() -> EvidenceProblem.NO_SUCH_FACT.exception(ref));
        StoredFile file = Optional.of(digest)
                .filter(digests(fact)::contains)
                .flatMap(files::find)
                .orElseThrow(() -> ProofProblem.FILE_NOT_NAMED.exception(digest));
        audit.read("file.read", ref + " " + digest);
        return file;
    }

    /** Every text in the body that has the form of a file's digest. */
    static Set<String> digests(Fact fact) {
        Set<String> found = new LinkedHashSet<>();
        collect(fact.body(), found);
        return found;
    }

    private static void collect(JsonValue value, Set<String> found) {
        switch (value) {
            case JsonValue.JsonString(String text) -> {
                if (DIGEST.matcher(text).matches()) {
                    found.add(text);
                }
            }
            case JsonObject object -> object.members().values().forEach(member -> collect(member, found));
            case JsonArray array -> array.forEach(element -> collect(element, found));
            default -> {}
        }
    }
}
