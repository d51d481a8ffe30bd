package org.diban.app.proof.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.diban.app.evidence.EvidenceProblem;
import org.diban.app.evidence.LogCatalogue;
import org.diban.app.evidence.SealedLog;
import org.diban.evidence.merkle.HashAlgorithm;
import org.diban.kernel.json.JsonObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public feed: signed checkpoints, consistency proofs and keys, for everybody and without signing in, so that others can watch the log
 * grow. It names no stream and holds no leaf.
 *
 * <p>Answers carry an {@code ETag} and say how long they may be kept; a consistency proof never changes.
 */
@Controller
class FeedController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType FEED = new MediaType("application", "feed+json", StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final int PAGE = 50;

    private final SealedLog log;
    private final LogCatalogue catalogue;
    private final Proofs proofs;

    FeedController(SealedLog log, LogCatalogue catalogue, Proofs proofs) {
        this.log = log;
        this.catalogue = catalogue;
        this.proofs = proofs;
    }

    /** The newest checkpoint as a signed note. */
    @GetMapping("/feed/checkpoint")
    ResponseEntity<String> latest() {
        return note(log.latest().orElseThrow(EvidenceProblem.NO_CHECKPOINT::exception), SHORTLY);
    }

    /** The checkpoint of a size as a signed note. */
    @GetMapping("/feed/checkpoint/{size}")
    ResponseEntity<String> checkpoint(@PathVariable("size") long size) {
        return note(log.at(size).orElseThrow(() -> EvidenceProblem.NO_SUCH_SIZE.exception(size)), A_MINUTE);
    }

    /** Checkpoints, newest first, as JSON Feed 1.1. */
    @GetMapping("/feed/checkpoints")
    ResponseEntity<String> checkpoints(@RequestParam(name = "below", defaultValue = "9007199254740991") long below) {
        List<SealedLog.Sealed> page = log.checkpoints(below, PAGE);
        String next = page.size() < PAGE
                ? null
                : "/feed/checkpoints?below=" + page.getLast().size();
        JsonObject feed = JsonObject.builder()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", log.origin())
                .put("feed_url", "/feed/checkpoints")
                .put("next_url", next)
                .put("items", page.stream().map(FeedController::item).toList())
                .build();
        return answer(FEED, feed.canonical(), SHORTLY);
    }

    private static JsonObject item(SealedLog.Sealed sealed) {
        return JsonObject.builder()
                .put("id", String.valueOf(sealed.size()))
                .put("url", "/feed/checkpoint/" + sealed.size())
                .put("date_published", sealed.at().toString())
                .put("content_text", sealed.checkpoint().note().toString())
                .build();
    }

    /** The proof that the log of one checkpoint is the beginning of that of another. */
    @GetMapping("/feed/consistency")
    ResponseEntity<String> consistency(@RequestParam("from") long from, @RequestParam("to") long to) {
        return answer(JSON, proofs.growth(from, to).json().canonical(), FOREVER);
    }

    /** The public keys of the log and its witnesses. */
    @GetMapping("/feed/keys")
    ResponseEntity<String> keys() {
        return answer(
                JSON, LogJson.keys(log.origin(), log.algorithm(), catalogue).canonical(), A_MINUTE);
    }

    private static ResponseEntity<String> note(SealedLog.Sealed sealed, CacheControl cache) {
        return answer(TEXT, sealed.checkpoint().note().toString(), cache);
    }

    private static ResponseEntity<String> answer(MediaType type, String body, CacheControl cache) {
        String tag = HashAlgorithm.SHA_256
                .hash(body.getBytes(StandardCharsets.UTF_8))
                .hex();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                .eTag('"' + tag.substring(0, 32) + '"')
                .body(body);
    }
}
