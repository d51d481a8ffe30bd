package org.diban.app.proof.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.app.evidence.EvidenceFiles;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue.StreamOrder;
import org.diban.app.evidence.LogCatalogue.StreamState;
import org.diban.app.evidence.SealedLog;
import org.diban.app.proof.EvidenceAddress;
import org.diban.app.shell.Column;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.app.shell.Page;
import org.diban.app.shell.TableExport;
import org.diban.evidence.Fact;
import org.diban.evidence.FactRef;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of streams and facts. */
@Controller
class StreamPages {
    private static final List<Column> STREAMS = List.of(
            Column.sorted("name", "proof.stream"),
            Column.plain("realm", "proof.realm"),
            Column.figures("length", "proof.facts"),
            Column.figures("waiting", "proof.waiting"),
            Column.plain("last", "proof.last"));

    private static final List<Column> FACTS = List.of(
            Column.sorted("seq", "proof.seq"),
            Column.plain("at", "proof.at"),
            Column.plain("kind", "proof.kind"),
            Column.plain("by", "proof.by"),
            Column.plain("corrects", "proof.corrects"),
            Column.plain("body", "proof.body"));

    private final Facts facts;
    private final EvidenceFiles files;
    private final SealedLog log;

    StreamPages(Facts facts, EvidenceFiles files, SealedLog log) {
        this.facts = facts;
        this.files = files;
        this.log = log;
    }

    @GetMapping("/evidence/streams")
    ModelAndView streams(Page page, HttpServletRequest request) {
        ListQuery query = ListQuery.of(request, STREAMS, "name", List.of("q"));
        Listing<StreamState> listing =
                facts.streams(query.filter("q"), order(query), query.descending(), query.offset(), query.size());
        return page.view("proof/streams", Map.of("query", query, "listing", listing));
    }

    @GetMapping("/evidence/streams.{format:csv|xlsx}")
    void export(
            Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable("format") String format)
            throws IOException {
        ListQuery query = ListQuery.of(request, STREAMS, "name", List.of("q"));
        TableExport.send(
                response,
                "diban-streams",
                format,
                STREAMS.stream().map(column -> page.t(column.labelKey())).toList(),
                facts.allStreams(query.filter("q"), order(query), query.descending())
                        .map(stream -> List.of(
                                stream.name(),
                                page.t(Words.realm(stream.name())),
                                String.valueOf(stream.length()),
                                String.valueOf(stream.waiting()),
                                stream.lastAt() == null ? "" : page.second(stream.lastAt()))));
    }

    private static StreamOrder order(ListQuery query) {
        return StreamOrder.valueOf(query.sort().toUpperCase(Locale.ROOT));
    }

    @GetMapping("/evidence/streams/{stream}/facts")
    ModelAndView stream(Page page, HttpServletRequest request, @PathVariable("stream") String step) {
        String name = EvidenceAddress.stream(step);
        ListQuery query = ListQuery.of(request, FACTS, "-seq", List.of("kind"));
        Listing<Fact> listing = facts.page(name, kind(query), query.descending(), query.offset(), query.size());
        Map<String, Object> model = new HashMap<>();
        model.put("stream", facts.stream(name));
        model.put("query", query);
        model.put("listing", listing);
        model.put("kinds", facts.kinds(name));
        model.put("names", facts.names(listing.rows()));
        return page.view("proof/stream", model);
    }

    @GetMapping("/evidence/streams/{stream}/facts.{format:csv|xlsx}")
    void export(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable("stream") String step,
            @PathVariable("format") String format)
            throws IOException {
        ListQuery query = ListQuery.of(request, FACTS, "-seq", List.of("kind"));
        TableExport.send(
                response,
                "diban-" + step.replace('~', '-'),
                format,
                FACTS.stream().map(column -> page.t(column.labelKey())).toList(),
                facts.all(EvidenceAddress.stream(step), kind(query), query.descending())
                        .map(fact -> List.of(
                                String.valueOf(fact.seq()),
                                page.second(fact.at()),
                                fact.kind(),
                                fact.by(),
                                fact.corrects() == null
                                        ? ""
                                        : String.valueOf(fact.corrects().seq()),
                                fact.body().canonical())));
    }

    private static @Nullable String kind(ListQuery query) {
        String kind = query.filter("kind");
        return kind.isEmpty() ? null : kind;
    }

    @GetMapping("/evidence/streams/{stream}/facts/{seq}")
    ModelAndView fact(Page page, @PathVariable("stream") String step, @PathVariable("seq") String seq) {
        return page.view("proof/fact", Map.of("view", facts.view(facts.ref(step, seq))));
    }

    @GetMapping("/evidence/streams/{stream}/facts/{seq}/proof")
    void proof(HttpServletResponse response, @PathVariable("stream") String step, @PathVariable("seq") String seq)
            throws IOException {
        FactRef ref = facts.ref(step, seq);
        SealedFact proof = facts.view(ref).proof();
        if (proof == null) {
            throw EvidenceProblem.NOT_SEALED.exception(ref);
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"diban-proof-" + ref.stream().replace('/', '-') + "-" + ref.seq() + ".json\"");
        response.getOutputStream().write(proof.json(log.keys()).pretty().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/evidence/streams/{stream}/facts/{seq}/files/{digest}")
    void file(
            HttpServletResponse response,
            @PathVariable("stream") String step,
            @PathVariable("seq") String seq,
            @PathVariable("digest") String digest)
            throws IOException {
        FileAnswer.send(response, files, facts.file(facts.ref(step, seq), digest));
    }
}
