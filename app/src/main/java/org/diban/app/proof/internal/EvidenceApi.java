package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.LogCatalogue.StreamOrder;
import org.diban.app.evidence.LogCatalogue.StreamState;
import org.diban.app.evidence.LogCatalogue.Totals;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.EvidenceAddress;
import org.diban.app.proof.ProofProblem;
import org.diban.app.shell.Listing;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonException;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.json.JsonReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log for programs. Described in {@code /api/openapi.json}. */
@Controller
@RequestMapping("/api/v1/evidence")
class EvidenceApi {
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final int MOST_ROWS = 1000;
    private static final int MOST_CHECKPOINTS = 100;

    private final Sight sight;
    private final Facts facts;
    private final Proofs proofs;
    private final Witnesses witnesses;
    private final EvidenceFiles files;
    private final SealedLog log;
    private final LogCatalogue catalogue;

    EvidenceApi(
            Sight sight,
            Facts facts,
            Proofs proofs,
            Witnesses witnesses,
            EvidenceFiles files,
            SealedLog log,
            LogCatalogue catalogue) {
        this.sight = sight;
        this.facts = facts;
        this.proofs = proofs;
        this.witnesses = witnesses;
        this.files = files;
        this.log = log;
        this.catalogue = catalogue;
    }

    @GetMapping
    ResponseEntity<String> log() {
        sight.requireAny();
        Totals totals = catalogue.totals();
        return json(JsonObject.builder()
                .put("origin", log.origin())
                .put("hash", log.algorithm().id())
                .put("streams", totals.streams())
                .put("recorded", totals.recorded())
                .put("sealed", totals.sealed())
                .put("checkpoints", totals.checkpoints())
                .put("latest", log.latest().map(LogJson::checkpoint).orElse(null))
                .build());
    }

    @GetMapping("/streams")
    ResponseEntity<String> streams(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(name = "offset", defaultValue = "0") long offset,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        Listing<StreamState> listing =
                facts.streams(text, StreamOrder.NAME, false, Math.max(0, offset), Math.clamp(limit, 1, MOST_ROWS));
        return json(JsonObject.builder()
                .put("total", listing.total())
                .put("items", listing.rows().stream().map(LogJson::stream).toList())
                .build());
    }

    @GetMapping("/streams/{stream}")
    ResponseEntity<String> stream(@PathVariable("stream") String step) {
        return json(LogJson.stream(facts.stream(EvidenceAddress.stream(step))));
    }

    @GetMapping("/streams/{stream}/facts")
    ResponseEntity<String> facts(
            @PathVariable("stream") String step,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "order", defaultValue = "asc") String order,
            @RequestParam(name = "offset", defaultValue = "0") long offset,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        Listing<Fact> page = facts.page(
                EvidenceAddress.stream(step),
                kind,
                order.toLowerCase(Locale.ROOT).equals("desc"),
                Math.max(0, offset),
                Math.clamp(limit, 1, MOST_ROWS));
        return json(JsonObject.builder()
                .put("total", page.total())
                .put("items", page.rows().stream().map(Fact::json).toList())
                .build());
    }

    @GetMapping("/streams/{stream}/facts/{seq}")
    ResponseEntity<String> fact(@PathVariable("stream") String step, @PathVariable("seq") String seq) {
        FactView view = facts.view(facts.ref(step, seq));
        JsonObject.Builder out = JsonObject.builder()
                .put("fact", view.fact().json())
                .put(
                        "corrections",
                        view.corrections().stream().map(FactRef::json).toList())
                .put(
                        "files",
                        view.files().stream()
                                .map(file -> JsonObject.builder()
                                        .put("digest", file.digest())
                                        .put("size", file.size())
                                        .put("mediaType", file.mediaType())
                                        .build())
                                .toList());
        SealedFact proof = view.proof();
        if (proof != null) {
            out.put("leafIndex", proof.inclusion().index())
                    .put("sealedBy", proof.sealed().size());
        }
        return json(out.build());
    }

    @GetMapping("/streams/{stream}/facts/{seq}/inclusion")
    ResponseEntity<String> inclusion(
            @PathVariable("stream") String step,
            @PathVariable("seq") String seq,
            @RequestParam(name = "size", required = false) @Nullable Long size) {
        Fact fact = facts.fact(facts.ref(step, seq));
        SealedFact proof = size == null
                ? proofs.of(fact).orElseThrow(() -> EvidenceProblem.NOT_SEALED.exception(fact.ref()))
                : proofs.of(fact, size);
        return json(proof.json(log.keys()));
    }

    @GetMapping("/streams/{stream}/facts/{seq}/files/{digest}")
    void file(
            HttpServletResponse response,
            @PathVariable("stream") String step,
            @PathVariable("seq") String seq,
            @PathVariable("digest") String digest)
            throws IOException {
        FileAnswer.send(response, files, facts.file(facts.ref(step, seq), digest));
    }

    @GetMapping("/checkpoints")
    ResponseEntity<String> checkpoints(
            @RequestParam(name = "below", defaultValue = "9007199254740991") long below,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        List<SealedLog.Sealed> page = log.checkpoints(below, Math.clamp(limit, 1, MOST_CHECKPOINTS));
        return json(JsonObject.builder()
                .put("total", catalogue.countCheckpoints())
                .put("items", page.stream().map(LogJson::checkpoint).toList())
                .build());
    }

    @GetMapping("/checkpoints/{size}")
    ResponseEntity<String> checkpoint(@PathVariable("size") long size) {
        return json(LogJson.checkpoint(log.at(size).orElseThrow(() -> EvidenceProblem.NO_SUCH_SIZE.exception(size))));
    }

    @GetMapping("/consistency")
    ResponseEntity<String> consistency(@RequestParam("from") long from, @RequestParam("to") long to) {
        return json(proofs.growth(from, to).json());
    }

    @GetMapping("/keys")
    ResponseEntity<String> keys() {
        return json(LogJson.keys(log.origin(), log.algorithm(), catalogue));
    }

    /** Takes {@code {"size":…,"signatures":"…"}}: lines of signatures or the whole note. */
    @PostMapping("/cosignatures")
    ResponseEntity<String> cosign(@RequestBody byte[] body) {
        long size;
        String signatures;
        try {
            JsonObject json = JsonReader.readObject(body);
            size = json.number("size");
            signatures = json.string("signatures");
        } catch (JsonException e) {
            throw ProofProblem.BAD_JSON.exception(String.valueOf(e.getMessage()));
        }
        int taken = witnesses.cosign(size, signatures);
        return json(
                JsonObject.builder().put("size", size).put("accepted", taken).build());
    }

    private static ResponseEntity<String> json(JsonObject json) {
        return ResponseEntity.ok().contentType(JSON).body(json.canonical());
    }
}
